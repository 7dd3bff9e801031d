-- What sales of one till, cashier and quarter of an hour have in common is added up once and not once for each cut, and the
-- account of a posting is looked up where it is needed: joined to a list of all accounts of revenue, it was compared with
-- each of them once PostgreSQL kept the plan. Where nobody has tax, no sale is asked for it. The sums are the same.
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
alike AS MATERIALIZED (
    SELECT merchant_id, business_day, currency, store_id, till_id, tender_kind, cashier_id, max(cashier) AS cashier,
           floor(date_part('epoch', occurred_at) / 900) AS quarter, sum(times * pieces) AS n, sum(times * amount) AS gross
      FROM sale GROUP BY 1, 2, 3, 4, 5, 6, 7, 9
),
returned AS MATERIALIZED (SELECT * FROM back WHERE NOT cancels),
sold AS MATERIALIZED (
    SELECT s.times, s.merchant_id, s.business_day, s.currency, s.store_id, l.sku, l.text, l.category, l.quantity, l.amount
      FROM sale s CROSS JOIN LATERAL (SELECT sku, text, category, quantity, amount FROM transactions.sale_line l
                                       WHERE l.payment_id = s.id OFFSET 0) l
     WHERE cuts IS NULL OR cuts && ARRAY['category', 'product']
),
shelf AS MATERIALIZED (
    SELECT merchant_id, business_day, currency, store_id, category, sum(times * quantity) AS n, sum(times * amount) AS gross
      FROM sold GROUP BY 1, 2, 3, 4, 5
),
brought AS MATERIALIZED (
    SELECT r.merchant_id, r.business_day, r.currency, r.store_id, l.sku, l.text, l.category, l.quantity, l.amount
      FROM returned r CROSS JOIN LATERAL (SELECT sku, text, category, quantity, amount FROM transactions.refund_line l
                                           WHERE l.refund_id = r.id OFFSET 0) l
     WHERE cuts IS NULL OR cuts && ARRAY['category', 'product']
),
part (merchant_id, cut, day, currency, store_id, key, label, n, gross, returns, refunded) AS (
    SELECT s.merchant_id, c.cut, s.business_day, s.currency, s.store_id, c.key, c.label, s.n, s.gross, 0, 0
      FROM alike s CROSS JOIN LATERAL (VALUES
           ('outcome', 'SUCCEEDED', ''), ('kind', s.tender_kind, ''), ('cashier', s.cashier_id, s.cashier),
           ('quarter', s.quarter::text, ''), ('till', coalesce(s.till_id::text, ''), ''),
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
    SELECT merchant_id, 'product', date_trunc('month', business_day)::date, currency, store_id, sku, text,
           times * quantity, times * amount, 0, 0
      FROM sold
    UNION ALL
    SELECT merchant_id, 'category', business_day, currency, store_id, category, '', n, gross, 0, 0 FROM shelf
    UNION ALL
    SELECT r.merchant_id, c.cut, c.day, r.currency, r.store_id, c.key, c.label, 0, 0, r.quantity, r.amount
      FROM brought r CROSS JOIN LATERAL (VALUES
           ('category', r.business_day, r.category, ''),
           ('product', date_trunc('month', r.business_day)::date, r.sku, r.text)) AS c (cut, day, key, label)
    UNION ALL -- what no line explains: the whole, less the lines
    SELECT merchant_id, 'category', business_day, currency, store_id, '', '', 0, gross, 0, 0 FROM alike
    UNION ALL
    SELECT merchant_id, 'category', business_day, currency, store_id, '', '', 0, -gross, 0, 0 FROM shelf
    UNION ALL
    SELECT merchant_id, 'category', business_day, currency, store_id, '', '', 0, 0, 0, amount FROM returned
    UNION ALL
    SELECT merchant_id, 'category', business_day, currency, store_id, '', '', 0, 0, 0, -amount FROM brought
    UNION ALL -- of each rate of tax: the tax, and what it was reckoned on
    SELECT s.merchant_id, c.cut, s.business_day, s.currency, s.store_id, t.code || ' ' || t.basis_points, t.name_en, s.times,
           s.times * c.amount, 0, 0
      FROM sale s CROSS JOIN LATERAL (SELECT * FROM transactions.sale_tax t WHERE t.payment_id = s.id OFFSET 0) t
     CROSS JOIN LATERAL (VALUES ('tax', t.tax), ('taxed', t.base)) AS c (cut, amount)
     WHERE (SELECT EXISTS (SELECT FROM transactions.sale_tax)) AND (cuts IS NULL OR cuts && ARRAY['tax', 'taxed'])
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
     CROSS JOIN LATERAL (SELECT merchant_id, unit, (kind = 'revenue')::int AS counts FROM ledger.account a
                          WHERE a.id = p.account_id AND a.kind IN ('revenue', 'tax')
                            AND (merchant IS NULL OR a.merchant_id = merchant) OFFSET 0) a
     CROSS JOIN LATERAL (SELECT business_day, store_id FROM ledger.journal j WHERE j.id = b.id LIMIT 1) j
     WHERE cuts IS NULL OR cuts && ARRAY['book']
)
SELECT merchant_id, cut, day, currency, store_id, key, max(label), sum(n)::bigint, sum(gross)::bigint, sum(returns)::bigint,
       sum(refunded)::bigint
  FROM part WHERE cuts IS NULL OR cut = ANY (cuts)
 GROUP BY merchant_id, cut, day, currency, store_id, key
$$;
