-- A promotion or voucher that only gives something besides (a gift, a voucher, tickets, credit) takes nothing off, yet it
-- reaches the sale: such sales count among its own, with a reduction of nothing. How many things were promised, and what became
-- of them, changes afterwards and is not rolled up: it is read from transactions.promise by campaign.
CREATE FUNCTION reporting.kind_of_promise(campaign uuid) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN EXISTS (SELECT FROM vouchers.campaign c WHERE c.id = campaign) THEN 'VOUCHER' ELSE 'PROMOTION' END
$$;

CREATE OR REPLACE FUNCTION reporting.fold_campaigns(priced uuid[], refunds uuid[], merchant uuid)
    RETURNS SETOF reporting.campaign_day LANGUAGE sql STABLE SET jit = off AS $$
WITH back AS MATERIALIZED (
    SELECT r.*, p.state = 'CANCELLED' AS cancels
      FROM unnest(refunds) AS a (id)
     CROSS JOIN LATERAL (SELECT id, merchant_id, business_day, currency::text, store_id, payment_id
                           FROM transactions.refund r WHERE r.id = a.id LIMIT 1) r
     CROSS JOIN LATERAL (SELECT state FROM transactions.payment p WHERE p.id = r.payment_id LIMIT 1) p
     WHERE merchant IS NULL OR r.merchant_id = merchant
),
sale AS MATERIALIZED (
    SELECT a.times, p.*, q.list, l.pieces
      FROM (SELECT 1 AS times, id FROM unnest(priced) AS b (id)
            UNION ALL SELECT -1, payment_id FROM back WHERE cancels) a
     CROSS JOIN LATERAL (SELECT id, merchant_id, business_day, currency::text, store_id, amount
                           FROM transactions.payment p WHERE p.id = a.id AND p.state <> 'REFUSED' LIMIT 1) p
     CROSS JOIN LATERAL (SELECT list FROM transactions.pricing q WHERE q.payment_id = a.id LIMIT 1) q
     CROSS JOIN LATERAL (SELECT coalesce(sum(quantity), 0) AS pieces FROM transactions.sale_line l WHERE l.payment_id = a.id) l
     WHERE merchant IS NULL OR p.merchant_id = merchant
),
reduced AS MATERIALIZED (
    SELECT s.times, s.id, s.merchant_id, s.business_day, s.currency, s.store_id, s.amount AS paid, s.list, s.pieces,
           reporting.kind_of_step(r.step) AS kind, r.campaign_id, r.source_id, r.party, r.name_en, r.name_zh, r.amount
      FROM sale s CROSS JOIN LATERAL (SELECT * FROM transactions.reduction r WHERE r.payment_id = s.id OFFSET 0) r
    UNION ALL -- and sales that it gave something besides: reached, though not made cheaper
    SELECT s.times, s.id, s.merchant_id, s.business_day, s.currency, s.store_id, s.amount, s.list, s.pieces,
           reporting.kind_of_promise(g.campaign_id), g.campaign_id, g.campaign_id, '', g.name_en, g.name_zh, 0
      FROM sale s CROSS JOIN LATERAL (
           SELECT DISTINCT ON (campaign_id) campaign_id, name_en, name_zh FROM transactions.promise g
            WHERE g.payment_id = s.id AND NOT EXISTS (SELECT FROM transactions.reduction r
                                                       WHERE r.payment_id = s.id AND r.campaign_id = g.campaign_id)
            ORDER BY campaign_id, line OFFSET 0) g
),
undone AS MATERIALIZED (
    SELECT b.id, b.merchant_id, b.business_day, b.currency, b.store_id, k.kind, v.campaign_id, v.party, v.amount, k.name_en, k.name_zh
      FROM back b
     CROSS JOIN LATERAL (SELECT * FROM transactions.refund_reversal v WHERE v.refund_id = b.id OFFSET 0) v
     CROSS JOIN LATERAL (SELECT reporting.kind_of_step(r.step) AS kind, r.name_en, r.name_zh FROM transactions.reduction r
                          WHERE r.payment_id = b.payment_id AND r.source_id = v.source_id LIMIT 1) k
     WHERE NOT b.cancels
),
part (merchant_id, day, campaign_id, currency, store_id, kind, party, name_en, name_zh, sales, uses, pieces, list, paid,
      reduction, returns, undone) AS (
    SELECT merchant_id, business_day, campaign_id, currency, store_id, kind, '', max(name_en), max(name_zh), times,
           times * count(DISTINCT source_id), times * pieces, times * list, times * paid, times * sum(amount), 0, 0
      FROM reduced GROUP BY times, id, merchant_id, business_day, campaign_id, currency, store_id, kind, pieces, list, paid
    UNION ALL
    SELECT merchant_id, business_day, campaign_id, currency, store_id, kind, party, name_en, name_zh, 0, 0, 0, 0, 0,
           times * amount, 0, 0 FROM reduced WHERE party <> ''
    UNION ALL
    SELECT merchant_id, business_day, '00000000-0000-0000-0000-000000000000', currency, store_id, 'ANY', '', '', '', times, times,
           times * pieces, times * list, times * paid, times * sum(amount), 0, 0
      FROM reduced WHERE kind IN ('PROMOTION', 'VOUCHER')
     GROUP BY times, id, merchant_id, business_day, currency, store_id, pieces, list, paid
    UNION ALL
    SELECT merchant_id, business_day, campaign_id, currency, store_id, kind, '', max(name_en), max(name_zh), 0, 0, 0, 0, 0, 0,
           1, sum(amount)
      FROM undone GROUP BY id, merchant_id, business_day, campaign_id, currency, store_id, kind
    UNION ALL
    SELECT merchant_id, business_day, campaign_id, currency, store_id, kind, party, name_en, name_zh, 0, 0, 0, 0, 0, 0, 0, amount
      FROM undone
    UNION ALL
    SELECT merchant_id, business_day, '00000000-0000-0000-0000-000000000000', currency, store_id, 'ANY', '', '', '', 0, 0, 0, 0, 0,
           0, 1, sum(amount)
      FROM undone WHERE kind IN ('PROMOTION', 'VOUCHER') GROUP BY id, merchant_id, business_day, currency, store_id
)
SELECT merchant_id, day, campaign_id, currency, store_id, kind, party, max(name_en), max(name_zh), sum(sales)::bigint,
       sum(uses)::bigint, sum(pieces)::bigint, sum(list)::bigint, sum(paid)::bigint, sum(reduction)::bigint,
       sum(returns)::bigint, sum(undone)::bigint
  FROM part GROUP BY merchant_id, day, campaign_id, currency, store_id, kind, party
$$;

CREATE OR REPLACE FUNCTION reporting.campaign_differences() RETURNS TABLE (subject text, detail text) LANGUAGE sql STABLE SET jit = off AS $$
WITH reduced AS MATERIALIZED (
    SELECT p.id, p.merchant_id, p.business_day AS day, p.currency::text AS currency, p.store_id, p.amount AS paid, q.list, r.campaign_id,
           r.source_id, CASE r.step WHEN 'LINE' THEN 'PROMOTION' WHEN 'ORDER' THEN 'PROMOTION' ELSE r.step END AS kind, r.party,
           r.amount, (SELECT coalesce(sum(l.quantity), 0) FROM transactions.sale_line l WHERE l.payment_id = p.id) AS pieces
      FROM transactions.reduction r JOIN transactions.payment p ON p.id = r.payment_id
      JOIN transactions.pricing q ON q.payment_id = p.id
     WHERE p.state = 'SUCCEEDED'
    UNION ALL
    SELECT p.id, p.merchant_id, p.business_day, p.currency::text, p.store_id, p.amount, q.list, g.campaign_id, g.campaign_id,
           CASE WHEN c.id IS NULL THEN 'PROMOTION' ELSE 'VOUCHER' END, '', 0,
           (SELECT coalesce(sum(l.quantity), 0) FROM transactions.sale_line l WHERE l.payment_id = p.id)
      FROM (SELECT DISTINCT payment_id, campaign_id FROM transactions.promise) g JOIN transactions.payment p ON p.id = g.payment_id
      JOIN transactions.pricing q ON q.payment_id = p.id LEFT JOIN vouchers.campaign c ON c.id = g.campaign_id
     WHERE p.state = 'SUCCEEDED' AND (g.payment_id, g.campaign_id) NOT IN (SELECT payment_id, campaign_id FROM transactions.reduction)
),
undone AS MATERIALIZED (
    SELECT f.id, f.merchant_id, f.business_day AS day, f.currency::text AS currency, f.store_id, v.campaign_id, v.party, v.amount,
           (SELECT CASE WHEN bool_or(r.step IN ('LINE', 'ORDER')) THEN 'PROMOTION' ELSE max(r.step) END
              FROM transactions.reduction r WHERE r.payment_id = f.payment_id AND r.source_id = v.source_id) AS kind
      FROM transactions.refund_reversal v JOIN transactions.refund f ON f.id = v.refund_id
     WHERE f.payment_id IN (SELECT id FROM transactions.payment WHERE state = 'SUCCEEDED')
),
reached AS ( -- each sale once for a campaign, and once for any
    SELECT DISTINCT id, merchant_id, day, campaign_id, currency, store_id, kind, pieces, list, paid FROM reduced
    UNION ALL
    SELECT DISTINCT id, merchant_id, day, '00000000-0000-0000-0000-000000000000'::uuid, currency, store_id, 'ANY', pieces, list, paid
      FROM reduced WHERE kind IN ('PROMOTION', 'VOUCHER')
),
moved (merchant_id, day, campaign_id, currency, store_id, kind, party, reduction, undone) AS (
    SELECT merchant_id, day, campaign_id, currency, store_id, kind, party, amount, 0 FROM reduced
    UNION ALL
    SELECT merchant_id, day, campaign_id, currency, store_id, kind, party, 0, amount FROM undone
),
book (merchant_id, day, campaign_id, currency, store_id, kind, party, sales, uses, pieces, list, paid, reduction, returns, undone) AS (
    SELECT merchant_id, day, campaign_id, currency, store_id, kind, '', count(*), 0, sum(pieces), sum(list), sum(paid), 0, 0, 0
      FROM reached GROUP BY 1, 2, 3, 4, 5, 6
    UNION ALL
    SELECT merchant_id, day, campaign_id, currency, store_id, kind, '', 0, count(DISTINCT (id, source_id)), 0, 0, 0, 0, 0, 0
      FROM reduced GROUP BY 1, 2, 3, 4, 5, 6
    UNION ALL
    SELECT merchant_id, day, '00000000-0000-0000-0000-000000000000', currency, store_id, 'ANY', '', 0, count(DISTINCT id), 0, 0, 0, 0, 0, 0
      FROM reduced WHERE kind IN ('PROMOTION', 'VOUCHER') GROUP BY 1, 2, 4, 5
    UNION ALL
    SELECT merchant_id, day, campaign_id, currency, store_id, kind, w.party, 0, 0, 0, 0, 0, sum(reduction), 0, sum(undone)
      FROM moved CROSS JOIN LATERAL (VALUES (''), (moved.party)) AS w (party) GROUP BY 1, 2, 3, 4, 5, 6, 7
    UNION ALL
    SELECT merchant_id, day, '00000000-0000-0000-0000-000000000000', currency, store_id, 'ANY', '', 0, 0, 0, 0, 0, sum(reduction), 0,
           sum(undone) FROM moved WHERE kind IN ('PROMOTION', 'VOUCHER') GROUP BY 1, 2, 4, 5
    UNION ALL
    SELECT merchant_id, day, campaign_id, currency, store_id, kind, '', 0, 0, 0, 0, 0, 0, count(DISTINCT id), 0
      FROM undone GROUP BY 1, 2, 3, 4, 5, 6
    UNION ALL
    SELECT merchant_id, day, '00000000-0000-0000-0000-000000000000', currency, store_id, 'ANY', '', 0, 0, 0, 0, 0, 0, count(DISTINCT id), 0
      FROM undone WHERE kind IN ('PROMOTION', 'VOUCHER') GROUP BY 1, 2, 4, 5
    UNION ALL -- and what is kept, taken away: nothing must be left
    SELECT merchant_id, day, campaign_id, currency, store_id, kind, party, -sales, -uses, -pieces, -list, -paid, -reduction, -returns,
           -undone
      FROM (SELECT * FROM reporting.campaign_day UNION ALL SELECT * FROM reporting.tail_of_campaigns(NULL)) kept
)
SELECT 'merchant ' || merchant_id || ', ' || day || ', store ' || store_id || ', ' || currency || ': ' || kind || ' ' || campaign_id
           || ' ' || party,
       'the books have ' || sum(sales) || ' sales (' || sum(uses) || ' uses, ' || sum(pieces) || ' pieces, list ' || sum(list)
           || ', paid ' || sum(paid) || '), ' || sum(reduction) || ' taken off and ' || sum(undone) || ' undone by ' || sum(returns)
           || ' refunds more than the roll-ups'
  FROM book
 GROUP BY merchant_id, day, campaign_id, currency, store_id, kind, party
HAVING (sum(sales), sum(uses), sum(pieces), sum(list), sum(paid), sum(reduction), sum(returns), sum(undone))
       IS DISTINCT FROM (0::numeric, 0::numeric, 0::numeric, 0::numeric, 0::numeric, 0::numeric, 0::numeric, 0::numeric)
 ORDER BY 1 LIMIT 1000
$$;

-- Those of the past count too.
SELECT reporting.refill_campaigns();
