-- One row per programme and month; the month is empty for points that never lapse. Worth is at the rate in force, whole
-- steps of the exchange only, and never more precise than the points of that month together.
WITH terms AS (
    SELECT DISTINCT ON (t.programme_id) t.programme_id, t.exchange_points, t.exchange_minor
    FROM loyalty.programme_terms t JOIN loyalty.programme p ON p.id = t.programme_id
    WHERE p.merchant_id = :merchant
    ORDER BY t.programme_id, t.version DESC
),
owed AS (
    SELECT l.programme_id, to_char((l.expires_at - interval '1 second') AT TIME ZONE :zone, 'YYYY-MM') AS month,
           count(DISTINCT l.member_id) AS members,
           coalesce(sum(l.left_over) FILTER (WHERE NOT l.pending), 0) AS spendable,
           coalesce(sum(l.left_over) FILTER (WHERE l.pending), 0) AS waiting
    FROM loyalty.lot l JOIN loyalty.programme p ON p.id = l.programme_id
    WHERE p.merchant_id = :merchant AND l.left_over > 0
    GROUP BY 1, 2
)
SELECT CASE WHEN :language = 'zh' THEN p.name_zh ELSE p.name_en END AS programme,
       o.month,
       o.members::numeric AS members,
       o.spendable::numeric AS spendable,
       o.waiting::numeric AS waiting,
       div((o.spendable + o.waiting)::numeric, t.exchange_points) * t.exchange_minor AS worth_minor
FROM owed o
JOIN loyalty.programme p ON p.id = o.programme_id
JOIN terms t ON t.programme_id = o.programme_id
ORDER BY p.code, o.month NULLS LAST
