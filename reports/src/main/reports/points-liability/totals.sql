-- All programmes together, and what is owed the other way: points taken back after they had been spent.
SELECT coalesce(sum(l.left_over) FILTER (WHERE NOT l.pending), 0)::numeric AS spendable,
       coalesce(sum(l.left_over) FILTER (WHERE l.pending), 0)::numeric     AS waiting,
       coalesce(sum(l.owed), 0)::numeric                                   AS debt,
       count(DISTINCT l.member_id) FILTER (WHERE l.left_over > 0)::numeric AS members
FROM loyalty.lot l JOIN loyalty.programme p ON p.id = l.programme_id
WHERE p.merchant_id = :merchant AND (l.left_over > 0 OR l.owed > 0)
