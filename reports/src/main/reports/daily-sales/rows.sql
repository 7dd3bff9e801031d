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
-- Of each rate of tax: the tax that is in these sales. And what coins could not pay, which is in none of them.
taxed AS (
    SELECT cut AS section, key,
           max(CASE WHEN :language = 'zh' THEN coalesce(r.name_zh, label) ELSE label END)
               || ' ' || trim_scale(split_part(key, ' ', 2)::numeric / 100) || ' %' AS label,
           sum(n) AS n, sum(gross) AS gross, sum(refunded) AS refunds
    FROM reporting.figures(:merchant, ARRAY['tax'], :from, :to, :store) f
    LEFT JOIN LATERAL (SELECT name_zh FROM merchants.tax_rate t
                        WHERE t.merchant_id = :merchant AND t.code = split_part(key, ' ', 1) ORDER BY valid_from DESC LIMIT 1) r ON true
    WHERE currency = :currency
    GROUP BY cut, key
    UNION ALL
    SELECT cut, 'rounding', CASE WHEN :language = 'zh' THEN '现金取整' ELSE 'Cash rounding' END, sum(n), sum(gross), sum(refunded)
    FROM reporting.figures(:merchant, ARRAY['rounding'], :from, :to, :store)
    WHERE currency = :currency
    GROUP BY cut
),
cut AS (
    SELECT section, key, coalesce(nullif(max(label), ''), key) AS label, sum(n) AS n, sum(gross) AS gross, sum(refunded) AS refunds
    FROM part
    GROUP BY section, key
    UNION ALL
    SELECT section, key, label, n, gross, refunds
    FROM taxed
)
SELECT section, label,
       CASE WHEN section = 'category' THEN label END AS label_category,
       n, gross AS gross_minor, refunds AS refunds_minor, gross - refunds AS net_minor
FROM cut
WHERE gross <> 0 OR refunds <> 0 OR n <> 0
ORDER BY array_position(ARRAY['day', 'tender', 'hour', 'category', 'cashier', 'tax', 'rounding'], section),
         CASE section WHEN 'hour' THEN key::int WHEN 'day' THEN CAST(key AS date) - CAST(:from AS date) END,
         (key = ''), gross - refunds DESC, label
