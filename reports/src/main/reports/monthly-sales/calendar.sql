-- What each day took, sales before refunds; days without any are zero.
SELECT extract(day FROM d.day)::int AS day, coalesce(sum(f.gross), 0) AS gross_minor
FROM generate_series(CAST(:from AS timestamp), CAST(:to AS timestamp), interval '1 day') AS d(day)
LEFT JOIN (
    SELECT day, gross FROM reporting.figures(:merchant, ARRAY['outcome'], :from, :to, :store)
    WHERE currency = :currency AND key = 'SUCCEEDED') f ON f.day = CAST(d.day AS date)
GROUP BY d.day
ORDER BY d.day
