-- What each day took, sales before refunds; days without any are zero. Long spans are charted by month; days of a span in
-- which their number would come twice have their month before it.
SELECT to_char(CAST(d.day AS date), CASE WHEN CAST(:to AS date) - CAST(:from AS date) > 92 THEN 'YYYY-MM'
                                         WHEN CAST(:to AS date) >= CAST(:from AS date) + interval '1 month' THEN 'MM-DD'
                                         ELSE 'FMDD' END) AS day,
       coalesce(sum(f.gross), 0) AS gross_minor
FROM generate_series(CAST(:from AS timestamp), CAST(:to AS timestamp), interval '1 day') AS d(day)
LEFT JOIN (
    SELECT day, gross FROM reporting.figures(:merchant, ARRAY['outcome'], :from, :to, :store)
    WHERE currency = :currency AND key = 'SUCCEEDED') f ON f.day = CAST(d.day AS date)
GROUP BY 1
ORDER BY min(d.day)
