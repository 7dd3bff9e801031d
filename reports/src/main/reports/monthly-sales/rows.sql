-- The same money cut by day, store, tender and category; each way adds up to the whole. Then the products that sold best,
-- which do not. Products are added up by month, so their month must be asked for as a whole. Among the products fares stand by
-- the name of their category, and so do the lines that name no product: they share a row, whatever was typed in each.
WITH part AS (
    SELECT CASE cut WHEN 'outcome' THEN 'day' ELSE cut END AS section,
           CASE cut WHEN 'outcome' THEN day::text ELSE key END AS key, store_id, label, n, gross, refunded
    FROM reporting.figures(:merchant, ARRAY['outcome', 'tender', 'category', 'product'],
                           CAST(date_trunc('month', CAST(:from AS timestamp)) AS date), :to, :store)
    WHERE currency = :currency AND (cut <> 'outcome' OR key = 'SUCCEEDED')
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
    SELECT 'store', part.store_id::text, CASE WHEN :language = 'zh' THEN s.name_zh ELSE s.name_en END, sum(n), sum(gross),
           sum(refunded)
    FROM part LEFT JOIN merchants.store s ON s.id = part.store_id
    WHERE section = 'day'
    GROUP BY part.store_id, s.name_zh, s.name_en
    UNION ALL
    SELECT section, key, label, n, gross, refunds
    FROM taxed
),
ranked AS (
    SELECT *, row_number() OVER (PARTITION BY section ORDER BY gross - refunds DESC, label) AS place
    FROM cut
    WHERE gross <> 0 OR refunds <> 0 OR n <> 0
)
SELECT section, label,
       CASE WHEN section = 'category' OR section = 'product' AND key = 'FARE' THEN label
            WHEN section = 'product' AND key = '' THEN 'open' END AS label_category,
       n, gross AS gross_minor, refunds AS refunds_minor, gross - refunds AS net_minor
FROM ranked
WHERE section <> 'product' OR place <= 15
ORDER BY array_position(ARRAY['day', 'store', 'tender', 'category', 'product', 'tax', 'rounding'], section),
         CASE section WHEN 'day' THEN CAST(key AS date) - CAST(:from AS date) END,
         (key = ''), gross - refunds DESC, label
