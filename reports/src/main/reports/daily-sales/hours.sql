-- What each hour of the merchant's day took, sales before refunds; hours without any are zero.
SELECT h.hour, coalesce(sum(q.gross), 0) AS gross_minor
FROM generate_series(0, 23) AS h(hour)
LEFT JOIN (
    SELECT extract(hour FROM to_timestamp(key::bigint * 900) AT TIME ZONE :zone)::int AS hour, gross
    FROM reporting.figures(:merchant, ARRAY['quarter'], :from, :to, :store) WHERE currency = :currency) q ON q.hour = h.hour
GROUP BY h.hour
ORDER BY h.hour
