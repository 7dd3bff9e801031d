-- What each hour of the merchant's day took, sales before refunds; hours without any are zero.
SELECT h.hour, coalesce(sum(p.amount), 0) AS gross_minor
FROM generate_series(0, 23) AS h(hour)
LEFT JOIN (
    SELECT extract(hour FROM occurred_at AT TIME ZONE :zone)::int AS hour, amount
    FROM transactions.payment
    WHERE merchant_id = :merchant AND business_day BETWEEN :from AND :to AND currency = :currency
      AND state = 'SUCCEEDED' AND (CAST(:store AS uuid) IS NULL OR store_id = :store)) p ON p.hour = h.hour
GROUP BY h.hour
ORDER BY h.hour
