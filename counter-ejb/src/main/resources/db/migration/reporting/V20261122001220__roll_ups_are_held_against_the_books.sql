-- Where the roll-ups with their tail differ from the books: no row is the only good answer. Says it in other words than
-- reporting.fold does, from the state of the rows and not from what happened to them, so that the one can prove the other.
CREATE FUNCTION reporting.differences() RETURNS TABLE (subject text, detail text) LANGUAGE sql STABLE SET jit = off AS $$
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
      FROM (SELECT merchant_id, business_day, currency, store_id, cashier_id, till_id, tender_kind, 1 AS sales, amount AS gross,
                   0 AS returns, 0 AS refunded, (extract(epoch FROM date_bin('15 minutes', occurred_at, 'epoch')) / 900)::bigint AS quarter FROM sale
            UNION ALL
            SELECT merchant_id, business_day, currency, store_id, cashier_id, till_id, tender_kind, 0, 0, 1, amount,
                   (extract(epoch FROM date_bin('15 minutes', occurred_at, 'epoch')) / 900)::bigint FROM back) moved
     GROUP BY merchant_id, business_day, currency, store_id,
              GROUPING SETS ((cashier_id), (till_id), (tender_kind), (quarter), ())
    UNION ALL
    SELECT merchant_id, 'outcome', business_day, currency, store_id, state, count(*), sum(amount), 0, 0
      FROM transactions.payment WHERE state <> 'SUCCEEDED' GROUP BY merchant_id, business_day, currency, store_id, state
    UNION ALL
    SELECT merchant_id, 'took', business_day, currency, store_id, reporting.took_until(took_millis), count(*), 0, 0, 0
      FROM transactions.payment GROUP BY 1, 3, 4, 5, 6
    UNION ALL
    SELECT s.merchant_id, 'tender', s.business_day, s.currency, s.store_id, t.kind, count(DISTINCT s.id), sum(t.amount), 0, 0
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
    SELECT a.merchant_id, 'book', j.business_day, a.unit, coalesce(j.store_id, '00000000-0000-0000-0000-000000000000'), '',
           count(*), sum(p.amount), 0, 0
      FROM ledger.account a JOIN ledger.posting p ON p.account_id = a.id JOIN ledger.journal j ON j.id = p.journal_id
     WHERE a.kind = 'revenue' GROUP BY 1, 3, 4, 5
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
