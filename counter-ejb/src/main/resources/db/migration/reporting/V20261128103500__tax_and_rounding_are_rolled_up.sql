-- Reports say the tax of each rate and what coins could not pay. Tax stands in an account of its own, so what was sold is
-- what stands there and in the accounts of revenue together. The sums so far hold no tax: none is made again.
-- What vouchers and points paid for alone is of the kind OFFERS and of no tender; of the past it stays MIXED.
DROP INDEX ledger.account_revenue;
CREATE INDEX account_revenue ON ledger.account (id) INCLUDE (merchant_id, unit, kind) WHERE kind IN ('revenue', 'tax');
CREATE OR REPLACE FUNCTION reporting.fold(payments uuid[], refunds uuid[], journals uuid[], merchant uuid, cuts text[])
    RETURNS SETOF reporting.rollup LANGUAGE sql STABLE SET jit = off AS $$
WITH paid AS MATERIALIZED (
    SELECT p.* FROM unnest(payments) AS a (id)
     CROSS JOIN LATERAL (SELECT id, merchant_id, business_day, currency::text, store_id, till_id, tender_kind, cashier_id, cashier,
                                occurred_at, amount, state, took_millis, pieces
                           FROM transactions.payment p WHERE p.id = a.id LIMIT 1) p
     WHERE merchant IS NULL OR p.merchant_id = merchant
),
back AS MATERIALIZED (
    SELECT r.*, coalesce(p.state = 'CANCELLED', false) AS cancels
      FROM unnest(refunds) AS a (id)
     CROSS JOIN LATERAL (SELECT * FROM transactions.refund r WHERE r.id = a.id LIMIT 1) r
      LEFT JOIN LATERAL (SELECT state FROM transactions.payment p WHERE p.id = r.payment_id LIMIT 1) p ON true
     WHERE merchant IS NULL OR r.merchant_id = merchant
),
sale AS MATERIALIZED (
    SELECT 1 AS times, p.* FROM paid p WHERE p.state <> 'REFUSED'
    UNION ALL
    SELECT -1, p.* FROM back
     CROSS JOIN LATERAL (SELECT id, merchant_id, business_day, currency::text, store_id, till_id, tender_kind, cashier_id, cashier,
                                occurred_at, amount, state, took_millis, pieces
                           FROM transactions.payment p WHERE p.id = back.payment_id LIMIT 1) p
     WHERE back.cancels
),
returned AS MATERIALIZED (SELECT * FROM back WHERE NOT cancels),
sold AS MATERIALIZED (
    SELECT s.times, s.merchant_id, s.business_day, s.currency, s.store_id, l.sku, l.text, l.category, l.quantity, l.amount
      FROM sale s CROSS JOIN LATERAL (SELECT sku, text, category, quantity, amount FROM transactions.sale_line l
                                       WHERE l.payment_id = s.id OFFSET 0) l
     WHERE cuts IS NULL OR cuts && ARRAY['category', 'product']
),
brought AS MATERIALIZED (
    SELECT r.merchant_id, r.business_day, r.currency, r.store_id, l.sku, l.text, l.category, l.quantity, l.amount
      FROM returned r CROSS JOIN LATERAL (SELECT sku, text, category, quantity, amount FROM transactions.refund_line l
                                           WHERE l.refund_id = r.id OFFSET 0) l
     WHERE cuts IS NULL OR cuts && ARRAY['category', 'product']
),
revenue AS MATERIALIZED (
    SELECT id, merchant_id, unit, (kind = 'revenue')::int AS counts FROM ledger.account
     WHERE kind IN ('revenue', 'tax') AND (merchant IS NULL OR merchant_id = merchant)
),
part (merchant_id, cut, day, currency, store_id, key, label, n, gross, returns, refunded) AS (
    SELECT s.merchant_id, c.cut, s.business_day, s.currency, s.store_id, c.key, c.label, s.times * s.pieces, s.times * s.amount, 0, 0
      FROM sale s CROSS JOIN LATERAL (VALUES
           ('outcome', 'SUCCEEDED', ''), ('kind', s.tender_kind, ''), ('cashier', s.cashier_id, s.cashier),
           ('quarter', floor(date_part('epoch', s.occurred_at) / 900)::text, ''), ('till', coalesce(s.till_id::text, ''), ''),
           (CASE WHEN s.tender_kind NOT IN ('MIXED', 'OFFERS') THEN 'tender' END, s.tender_kind, '')) AS c (cut, key, label)
     WHERE c.cut IS NOT NULL
    UNION ALL
    SELECT r.merchant_id, c.cut, r.business_day, r.currency, r.store_id, c.key, c.label, 0, 0, 1, r.amount
      FROM returned r CROSS JOIN LATERAL (VALUES
           ('outcome', 'SUCCEEDED', ''), ('kind', r.tender_kind, ''), ('cashier', r.cashier_id, r.cashier),
           ('quarter', floor(date_part('epoch', r.occurred_at) / 900)::text, ''), ('till', coalesce(r.till_id::text, ''), ''),
           (CASE WHEN r.tender_kind NOT IN ('MIXED', 'OFFERS') THEN 'tender' END, r.tender_kind, '')) AS c (cut, key, label)
     WHERE c.cut IS NOT NULL
    UNION ALL
    SELECT merchant_id, 'outcome', business_day, currency, store_id, 'REFUSED', '', pieces, amount, 0, 0
      FROM paid WHERE state = 'REFUSED'
    UNION ALL
    SELECT merchant_id, 'outcome', business_day, currency, store_id, 'CANCELLED', '', pieces, amount, 0, 0
      FROM sale WHERE times < 0
    UNION ALL
    SELECT merchant_id, 'took', business_day, currency, store_id, reporting.took_until(took_millis), '', pieces, 0, 0, 0 FROM paid
    UNION ALL
    SELECT s.merchant_id, 'tender', s.business_day, s.currency, s.store_id, t.kind, '', s.times, s.times * t.amount, 0, 0
      FROM sale s JOIN LATERAL (SELECT kind, sum(amount) AS amount FROM transactions.tender t WHERE t.payment_id = s.id
                                 GROUP BY kind) t ON true
     WHERE s.tender_kind = 'MIXED' AND (cuts IS NULL OR cuts && ARRAY['tender'])
    UNION ALL
    SELECT r.merchant_id, 'tender', r.business_day, r.currency, r.store_id, t.kind, '', 0, 0, 1, t.amount
      FROM returned r JOIN LATERAL (SELECT kind, sum(amount) AS amount FROM transactions.refund_tender t WHERE t.refund_id = r.id
                                     GROUP BY kind) t ON true
     WHERE r.tender_kind = 'MIXED' AND (cuts IS NULL OR cuts && ARRAY['tender'])
    UNION ALL
    SELECT s.merchant_id, c.cut, c.day, s.currency, s.store_id, c.key, c.label, s.times * s.quantity, s.times * s.amount, 0, 0
      FROM sold s CROSS JOIN LATERAL (VALUES
           ('category', s.business_day, s.category, ''),
           ('product', date_trunc('month', s.business_day)::date, s.sku, s.text)) AS c (cut, day, key, label)
    UNION ALL
    SELECT r.merchant_id, c.cut, c.day, r.currency, r.store_id, c.key, c.label, 0, 0, r.quantity, r.amount
      FROM brought r CROSS JOIN LATERAL (VALUES
           ('category', r.business_day, r.category, ''),
           ('product', date_trunc('month', r.business_day)::date, r.sku, r.text)) AS c (cut, day, key, label)
    UNION ALL -- what no line explains: the whole, less the lines
    SELECT merchant_id, 'category', business_day, currency, store_id, '', '', 0, times * amount, 0, 0 FROM sale
    UNION ALL
    SELECT merchant_id, 'category', business_day, currency, store_id, '', '', 0, -times * amount, 0, 0 FROM sold
    UNION ALL
    SELECT merchant_id, 'category', business_day, currency, store_id, '', '', 0, 0, 0, amount FROM returned
    UNION ALL
    SELECT merchant_id, 'category', business_day, currency, store_id, '', '', 0, 0, 0, -amount FROM brought
    UNION ALL -- of each rate of tax: the tax, and what it was reckoned on
    SELECT s.merchant_id, c.cut, s.business_day, s.currency, s.store_id, t.code || ' ' || t.basis_points, t.name_en, s.times,
           s.times * c.amount, 0, 0
      FROM sale s CROSS JOIN LATERAL (SELECT * FROM transactions.sale_tax t WHERE t.payment_id = s.id OFFSET 0) t
     CROSS JOIN LATERAL (VALUES ('tax', t.tax), ('taxed', t.base)) AS c (cut, amount)
     WHERE cuts IS NULL OR cuts && ARRAY['tax', 'taxed']
    UNION ALL
    SELECT r.merchant_id, c.cut, r.business_day, r.currency, r.store_id, t.code || ' ' || t.basis_points, t.name_en, 0, 0, 1, c.amount
      FROM returned r CROSS JOIN LATERAL (SELECT * FROM transactions.refund_tax t WHERE t.refund_id = r.id OFFSET 0) t
     CROSS JOIN LATERAL (VALUES ('tax', t.tax), ('taxed', t.base)) AS c (cut, amount)
     WHERE cuts IS NULL OR cuts && ARRAY['tax', 'taxed']
    UNION ALL -- what coins could not pay
    SELECT s.merchant_id, 'rounding', s.business_day, s.currency, s.store_id, '', '', s.times, s.times * t.rounding, 0, 0
      FROM sale s CROSS JOIN LATERAL (SELECT sum(rounding) AS rounding FROM transactions.tender t WHERE t.payment_id = s.id) t
     WHERE s.tender_kind IN ('CASH', 'MIXED') AND t.rounding <> 0 AND (cuts IS NULL OR cuts && ARRAY['rounding'])
    UNION ALL
    SELECT r.merchant_id, 'rounding', r.business_day, r.currency, r.store_id, '', '', 0, 0, 1, t.rounding
      FROM returned r CROSS JOIN LATERAL (SELECT sum(rounding) AS rounding FROM transactions.refund_tender t WHERE t.refund_id = r.id) t
     WHERE r.tender_kind IN ('CASH', 'MIXED') AND t.rounding <> 0 AND (cuts IS NULL OR cuts && ARRAY['rounding'])
    UNION ALL
    SELECT a.merchant_id, 'book', j.business_day, a.unit, coalesce(j.store_id, '00000000-0000-0000-0000-000000000000'), '', '',
           a.counts, p.amount, 0, 0
      FROM unnest(journals) AS b (id)
     CROSS JOIN LATERAL (SELECT p.account_id, p.amount FROM ledger.posting p WHERE p.journal_id = b.id OFFSET 0) p
      JOIN revenue a ON a.id = p.account_id
     CROSS JOIN LATERAL (SELECT business_day, store_id FROM ledger.journal j WHERE j.id = b.id LIMIT 1) j
     WHERE cuts IS NULL OR cuts && ARRAY['book']
)
SELECT merchant_id, cut, day, currency, store_id, key, max(label), sum(n)::bigint, sum(gross)::bigint, sum(returns)::bigint,
       sum(refunded)::bigint
  FROM part WHERE cuts IS NULL OR cut = ANY (cuts)
 GROUP BY merchant_id, cut, day, currency, store_id, key
$$;

CREATE OR REPLACE FUNCTION reporting.differences() RETURNS TABLE (subject text, detail text) LANGUAGE sql STABLE SET jit = off AS $$
WITH sale AS MATERIALIZED (SELECT * FROM transactions.payment WHERE state = 'SUCCEEDED'),
back AS MATERIALIZED (
    SELECT r.* FROM transactions.refund r
     WHERE NOT EXISTS (SELECT 1 FROM transactions.payment p WHERE p.id = r.payment_id AND p.state = 'CANCELLED')
),
sold AS MATERIALIZED (
    SELECT s.merchant_id, s.business_day, s.currency, s.store_id, l.category, l.sku, sum(l.quantity) AS n, sum(l.amount) AS amount
      FROM sale s JOIN transactions.sale_line l ON l.payment_id = s.id GROUP BY 1, 2, 3, 4, 5, 6
),
brought AS MATERIALIZED (
    SELECT r.merchant_id, r.business_day, r.currency, r.store_id, l.category, l.sku, sum(l.quantity) AS n, sum(l.amount) AS amount
      FROM back r JOIN transactions.refund_line l ON l.refund_id = r.id GROUP BY 1, 2, 3, 4, 5, 6
),
book (merchant_id, cut, day, currency, store_id, key, n, gross, returns, refunded) AS (
    SELECT merchant_id, CASE WHEN grouping(cashier_id) = 0 THEN 'cashier' WHEN grouping(till_id) = 0 THEN 'till'
                             WHEN grouping(tender_kind) = 0 THEN 'kind' WHEN grouping(quarter) = 0 THEN 'quarter'
                             ELSE 'outcome' END,
           business_day, currency, store_id,
           CASE WHEN grouping(cashier_id) = 0 THEN cashier_id WHEN grouping(till_id) = 0 THEN coalesce(till_id::text, '')
                WHEN grouping(tender_kind) = 0 THEN tender_kind WHEN grouping(quarter) = 0 THEN quarter::text
                ELSE 'SUCCEEDED' END,
           sum(sales), sum(gross), sum(returns), sum(refunded)
      FROM (SELECT merchant_id, business_day, currency, store_id, cashier_id, till_id, tender_kind, pieces AS sales, amount AS gross,
                   0 AS returns, 0 AS refunded, (extract(epoch FROM date_bin('15 minutes', occurred_at, 'epoch')) / 900)::bigint AS quarter FROM sale
            UNION ALL
            SELECT merchant_id, business_day, currency, store_id, cashier_id, till_id, tender_kind, 0, 0, 1, amount,
                   (extract(epoch FROM date_bin('15 minutes', occurred_at, 'epoch')) / 900)::bigint FROM back) moved
     GROUP BY merchant_id, business_day, currency, store_id,
              GROUPING SETS ((cashier_id), (till_id), (tender_kind), (quarter), ())
    UNION ALL
    SELECT merchant_id, 'outcome', business_day, currency, store_id, state, sum(pieces), sum(amount), 0, 0
      FROM transactions.payment WHERE state <> 'SUCCEEDED' GROUP BY merchant_id, business_day, currency, store_id, state
    UNION ALL
    SELECT merchant_id, 'took', business_day, currency, store_id, reporting.took_until(took_millis), sum(pieces), 0, 0, 0
      FROM transactions.payment GROUP BY 1, 3, 4, 5, 6
    UNION ALL
    SELECT s.merchant_id, 'tender', s.business_day, s.currency, s.store_id, t.kind, count(DISTINCT s.id) + sum(s.pieces - 1), sum(t.amount), 0, 0
      FROM sale s JOIN transactions.tender t ON t.payment_id = s.id GROUP BY 1, 3, 4, 5, 6
    UNION ALL
    SELECT r.merchant_id, 'tender', r.business_day, r.currency, r.store_id, t.kind, 0, 0, count(DISTINCT r.id), sum(t.amount)
      FROM back r JOIN transactions.refund_tender t ON t.refund_id = r.id GROUP BY 1, 3, 4, 5, 6
    UNION ALL
    SELECT merchant_id, 'category', business_day, currency, store_id, category, n, amount, 0, 0 FROM sold
    UNION ALL
    SELECT merchant_id, 'product', date_trunc('month', business_day)::date, currency, store_id, sku, n, amount, 0, 0 FROM sold
    UNION ALL
    SELECT merchant_id, 'category', business_day, currency, store_id, category, 0, 0, n, amount FROM brought
    UNION ALL
    SELECT merchant_id, 'product', date_trunc('month', business_day)::date, currency, store_id, sku, 0, 0, n, amount FROM brought
    UNION ALL
    SELECT merchant_id, 'category', business_day, currency, store_id, '', 0, sum(amount), 0, 0 FROM sale GROUP BY 1, 3, 4, 5
    UNION ALL
    SELECT merchant_id, 'category', business_day, currency, store_id, '', 0, -sum(amount), 0, 0 FROM sold GROUP BY 1, 3, 4, 5
    UNION ALL
    SELECT merchant_id, 'category', business_day, currency, store_id, '', 0, 0, 0, sum(amount) FROM back GROUP BY 1, 3, 4, 5
    UNION ALL
    SELECT merchant_id, 'category', business_day, currency, store_id, '', 0, 0, 0, -sum(amount) FROM brought GROUP BY 1, 3, 4, 5
    UNION ALL
    SELECT s.merchant_id, c.cut, s.business_day, s.currency, s.store_id, t.code || ' ' || t.basis_points, count(*), sum(c.amount), 0, 0
      FROM sale s JOIN transactions.sale_tax t ON t.payment_id = s.id
     CROSS JOIN LATERAL (VALUES ('tax', t.tax), ('taxed', t.base)) AS c (cut, amount) GROUP BY 1, 2, 3, 4, 5, 6
    UNION ALL
    SELECT r.merchant_id, c.cut, r.business_day, r.currency, r.store_id, t.code || ' ' || t.basis_points, 0, 0, count(*), sum(c.amount)
      FROM back r JOIN transactions.refund_tax t ON t.refund_id = r.id
     CROSS JOIN LATERAL (VALUES ('tax', t.tax), ('taxed', t.base)) AS c (cut, amount) GROUP BY 1, 2, 3, 4, 5, 6
    UNION ALL
    SELECT s.merchant_id, 'rounding', s.business_day, s.currency, s.store_id, '', count(DISTINCT s.id), sum(t.rounding), 0, 0
      FROM sale s JOIN transactions.tender t ON t.payment_id = s.id WHERE t.rounding <> 0 GROUP BY 1, 3, 4, 5
    UNION ALL
    SELECT r.merchant_id, 'rounding', r.business_day, r.currency, r.store_id, '', 0, 0, count(DISTINCT r.id), sum(t.rounding)
      FROM back r JOIN transactions.refund_tender t ON t.refund_id = r.id WHERE t.rounding <> 0 GROUP BY 1, 3, 4, 5
    UNION ALL
    SELECT a.merchant_id, 'book', j.business_day, a.unit, coalesce(j.store_id, '00000000-0000-0000-0000-000000000000'), '',
           count(*) FILTER (WHERE a.kind = 'revenue'), sum(p.amount), 0, 0
      FROM ledger.account a JOIN ledger.posting p ON p.account_id = a.id JOIN ledger.journal j ON j.id = p.journal_id
     WHERE a.kind IN ('revenue', 'tax') GROUP BY 1, 3, 4, 5
    UNION ALL -- and what is kept, taken away: nothing must be left
    SELECT merchant_id, cut, day, currency, store_id, key, -n, -gross, -returns, -refunded FROM reporting.rollup
    UNION ALL
    SELECT merchant_id, cut, day, currency, store_id, key, -n, -gross, -returns, -refunded FROM reporting.tail(NULL, NULL)
)
SELECT 'merchant ' || merchant_id || ', ' || day || ', store ' || store_id || ', ' || currency || ': ' || cut || ' ' || key,
       'the books have ' || sum(n) || ' (' || sum(gross) || ') and ' || sum(returns) || ' back (' || sum(refunded)
           || ') more than the roll-ups'
  FROM book
 GROUP BY merchant_id, cut, day, currency, store_id, key
HAVING sum(n) <> 0 OR sum(gross) <> 0 OR sum(returns) <> 0 OR sum(refunded) <> 0
 ORDER BY 1 LIMIT 1000
$$;
