-- The day as a whole, beside what the ledger's revenue accounts say of the same day.
SELECT sales,
       gross                                                            AS gross_minor,
       refund_count,
       refunds                                                          AS refunds_minor,
       gross - refunds                                                  AS net_minor,
       CASE WHEN sales = 0 THEN 0 ELSE round(gross / sales) END         AS average_minor,
       cancelled,
       cancelled_amount                                                 AS cancelled_amount_minor,
       refused,
       mixed,
       bare,
       book                                                             AS ledger_minor,
       gross - refunds - book                                           AS difference_minor,
       foreign_sales
FROM (
    SELECT coalesce(sum(n) FILTER (WHERE own AND paid), 0)                                         AS sales,
           coalesce(sum(gross) FILTER (WHERE own AND paid), 0)                                     AS gross,
           coalesce(sum(returns) FILTER (WHERE own AND paid), 0)                                   AS refund_count,
           coalesce(sum(refunded) FILTER (WHERE own AND paid), 0)                                  AS refunds,
           coalesce(sum(n) FILTER (WHERE own AND cut = 'outcome' AND key = 'CANCELLED'), 0)        AS cancelled,
           coalesce(sum(gross) FILTER (WHERE own AND cut = 'outcome' AND key = 'CANCELLED'), 0)    AS cancelled_amount,
           coalesce(sum(n) FILTER (WHERE own AND cut = 'outcome' AND key = 'REFUSED'), 0)          AS refused,
           coalesce(sum(n) FILTER (WHERE own AND cut = 'kind' AND key = 'MIXED'), 0)               AS mixed,
           coalesce(sum(n) FILTER (WHERE own AND cut = 'kind' AND key = 'OFFERS'), 0)              AS bare,
           coalesce(sum(gross) FILTER (WHERE own AND cut = 'book'), 0)                             AS book,
           coalesce(sum(n) FILTER (WHERE NOT own AND paid), 0)                                     AS foreign_sales
    FROM (SELECT *, currency = :currency AS own, cut = 'outcome' AND key = 'SUCCEEDED' AS paid
          FROM reporting.figures(:merchant, ARRAY['outcome', 'kind', 'book'], :from, :to, :store)) figure
) whole
