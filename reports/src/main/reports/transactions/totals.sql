-- What the lines below add up to.
SELECT coalesce(sum(n) FILTER (WHERE key = 'SUCCEEDED'), 0)                   AS sales,
       coalesce(sum(gross) FILTER (WHERE key = 'SUCCEEDED'), 0)               AS gross_minor,
       coalesce(sum(returns) FILTER (WHERE key = 'SUCCEEDED'), 0)             AS refund_count,
       coalesce(sum(refunded) FILTER (WHERE key = 'SUCCEEDED'), 0)            AS refunds_minor,
       coalesce(sum(gross - refunded) FILTER (WHERE key = 'SUCCEEDED'), 0)    AS net_minor,
       coalesce(sum(n) FILTER (WHERE key = 'REFUSED'), 0)                     AS refused,
       coalesce(sum(n) FILTER (WHERE key = 'CANCELLED'), 0)                   AS cancelled
FROM reporting.figures(:merchant, ARRAY['outcome'], :from, :to, :store)
WHERE currency = :currency
