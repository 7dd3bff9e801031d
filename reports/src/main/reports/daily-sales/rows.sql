-- The same money cut five ways: by day (where there are several), tender, hour, category and cashier. Each way adds up to
-- the whole; what no line explains (amounts typed in, refunds without lines) is a category of its own with an empty name.
WITH part AS (
    SELECT CASE cut WHEN 'outcome' THEN 'day' WHEN 'quarter' THEN 'hour' ELSE cut END AS section,
           CASE cut WHEN 'outcome' THEN day::text
                    WHEN 'quarter' THEN extract(hour FROM to_timestamp(key::bigint * 900) AT TIME ZONE :zone)::text
                    ELSE key END AS key,
           label, n, gross, refunded
    FROM (SELECT cut, day, key, label, n, gross, refunded
          FROM reporting.figures(:merchant, ARRAY['outcome', 'tender', 'quarter', 'category', 'cashier'], :from, :to, :store)
          WHERE currency = :currency AND (cut <> 'outcome' OR key = 'SUCCEEDED' AND CAST(:from AS date) <> CAST(:to AS date))
          OFFSET 0) figure
),
cut AS (
    SELECT section, key, coalesce(nullif(max(label), ''), key) AS label, sum(n) AS n, sum(gross) AS gross, sum(refunded) AS refunds
    FROM part
    GROUP BY section, key
)
SELECT section, label, n, gross AS gross_minor, refunds AS refunds_minor, gross - refunds AS net_minor
FROM cut
WHERE gross <> 0 OR refunds <> 0 OR n <> 0
ORDER BY array_position(ARRAY['day', 'tender', 'hour', 'category', 'cashier'], section),
         CASE section WHEN 'hour' THEN key::int WHEN 'day' THEN CAST(key AS date) - CAST(:from AS date) END,
         (key = ''), gross - refunds DESC, label
