-- The same money cut five ways: by day (where there are several), tender, hour, category and cashier. Each way adds up to
-- the whole; what no line explains (amounts typed in, refunds without lines) is a category of its own with an empty name.
WITH sale AS MATERIALIZED (
    SELECT id, amount, cashier_id, cashier, business_day, extract(hour FROM occurred_at AT TIME ZONE :zone)::int AS hour
    FROM transactions.payment
    WHERE merchant_id = :merchant AND business_day BETWEEN :from AND :to AND currency = :currency
      AND state = 'SUCCEEDED' AND (CAST(:store AS uuid) IS NULL OR store_id = :store)
),
back AS MATERIALIZED (
    SELECT r.id, r.amount, r.cashier_id, r.cashier, r.business_day,
           extract(hour FROM r.occurred_at AT TIME ZONE :zone)::int AS hour
    FROM transactions.refund r
    WHERE r.merchant_id = :merchant AND r.business_day BETWEEN :from AND :to AND r.currency = :currency
      AND (CAST(:store AS uuid) IS NULL OR r.store_id = :store)
      AND NOT EXISTS (SELECT 1 FROM transactions.payment p WHERE p.id = r.payment_id AND p.state = 'CANCELLED')
),
sold AS MATERIALIZED (
    SELECT l.category, sum(l.quantity) AS quantity, sum(l.amount) AS amount
    FROM sale JOIN transactions.sale_line l ON l.payment_id = sale.id GROUP BY l.category
),
returned AS MATERIALIZED (
    SELECT l.category, sum(l.amount) AS amount
    FROM back JOIN transactions.refund_line l ON l.refund_id = back.id GROUP BY l.category
),
part (section, key, label, n, gross, refunds) AS (
    SELECT 'day', business_day::text, business_day::text, count(*), sum(amount), 0 FROM sale GROUP BY business_day
    UNION ALL
    SELECT 'day', business_day::text, business_day::text, 0, 0, sum(amount) FROM back GROUP BY business_day
    UNION ALL
    SELECT 'tender', t.kind, t.kind, count(DISTINCT t.payment_id), sum(t.amount), 0
    FROM sale JOIN transactions.tender t ON t.payment_id = sale.id GROUP BY t.kind
    UNION ALL
    SELECT 'tender', t.kind, t.kind, 0, 0, sum(t.amount)
    FROM back JOIN transactions.refund_tender t ON t.refund_id = back.id GROUP BY t.kind
    UNION ALL
    SELECT 'hour', hour::text, hour::text, count(*), sum(amount), 0 FROM sale GROUP BY hour
    UNION ALL
    SELECT 'hour', hour::text, hour::text, 0, 0, sum(amount) FROM back GROUP BY hour
    UNION ALL
    SELECT 'category', category, category, quantity, amount, 0 FROM sold
    UNION ALL
    SELECT 'category', category, category, 0, 0, amount FROM returned
    UNION ALL
    SELECT 'category', '', '', 0,
           (SELECT coalesce(sum(amount), 0) FROM sale) - (SELECT coalesce(sum(amount), 0) FROM sold),
           (SELECT coalesce(sum(amount), 0) FROM back) - (SELECT coalesce(sum(amount), 0) FROM returned)
    UNION ALL
    SELECT 'cashier', cashier_id, max(cashier), count(*), sum(amount), 0 FROM sale GROUP BY cashier_id
    UNION ALL
    SELECT 'cashier', cashier_id, max(cashier), 0, 0, sum(amount) FROM back GROUP BY cashier_id
),
cut AS (
    SELECT section, key, max(label) AS label, sum(n) AS n, sum(gross) AS gross, sum(refunds) AS refunds
    FROM part
    WHERE section <> 'day' OR CAST(:from AS date) <> CAST(:to AS date)
    GROUP BY section, key
)
SELECT section, label, n, gross AS gross_minor, refunds AS refunds_minor, gross - refunds AS net_minor
FROM cut
WHERE gross <> 0 OR refunds <> 0 OR n <> 0
ORDER BY array_position(ARRAY['day', 'tender', 'hour', 'category', 'cashier'], section),
         CASE section WHEN 'hour' THEN key::int WHEN 'day' THEN CAST(key AS date) - CAST(:from AS date) END,
         (key = ''), gross - refunds DESC, label
