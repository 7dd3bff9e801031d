-- What promotions, vouchers, price lists and points did to sales: per merchant, business day, campaign, currency and store.
-- Only sales that something made cheaper, and refunds of such, write here or cost anything. Beside reporting.rollup and not in
-- it, for a cell has more measures and the followers do not touch each other's functions.
--
--   party      '' for the campaign as a whole, else who pays for that part of its reduction
--   kind       PROMOTION, VOUCHER, PRICE_LIST, POINTS; ANY (no campaign) for sales that any promotion or voucher reached
--   sales      reached, each once; uses: a voucher's as often as it was used in them, else the same
--   pieces, list, paid   of those sales as wholes: goods, at list prices, and what customers paid in the end
--   reduction  taken off by it; returns, undone: refunds that gave some of it back, and how much (below zero where kept
--              goods, priced anew, got more). What points paid is given back with the points and is not in undone.
--
-- A cancelled sale counts as if it had not been, on the sale's own day.
CREATE TABLE reporting.campaign_day (
    merchant_id uuid   NOT NULL,
    day         date   NOT NULL,
    campaign_id uuid   NOT NULL,
    currency    text   NOT NULL,
    store_id    uuid   NOT NULL,
    kind        text   NOT NULL,
    party       text   NOT NULL,
    name_en     text   NOT NULL,             -- as they were last printed
    name_zh     text   NOT NULL,
    sales       bigint NOT NULL,
    uses        bigint NOT NULL,
    pieces      bigint NOT NULL,
    list        bigint NOT NULL,
    paid        bigint NOT NULL,
    reduction   bigint NOT NULL,
    returns     bigint NOT NULL,
    undone      bigint NOT NULL,
    PRIMARY KEY (merchant_id, day, campaign_id, currency, store_id, kind, party)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);

-- Reduced sales and refunds of such that are not yet rolled up; see reporting.arrival.
CREATE TABLE reporting.priced_arrival (
    source text   NOT NULL CHECK (source IN ('sale', 'refund')),
    ids    uuid[] NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_analyze_threshold = 100000,
        vacuum_truncate = off);
ALTER TABLE reporting.priced_arrival ALTER COLUMN ids SET STORAGE EXTERNAL;

CREATE FUNCTION reporting.note_priced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO reporting.priced_arrival (source, ids) SELECT 'sale', array_agg(payment_id) FROM arrived HAVING count(*) > 0;
    RETURN NULL;
END $$;
CREATE TRIGGER noted_for_campaigns AFTER INSERT ON transactions.pricing REFERENCING NEW TABLE AS arrived
    FOR EACH STATEMENT EXECUTE FUNCTION reporting.note_priced();

CREATE FUNCTION reporting.note_priced_refund() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO reporting.priced_arrival (source, ids)
    SELECT 'refund', array_agg(id) FROM arrived a
     WHERE EXISTS (SELECT 1 FROM transactions.pricing q WHERE q.payment_id = a.payment_id) HAVING count(*) > 0;
    RETURN NULL;
END $$;
CREATE TRIGGER noted_for_campaigns AFTER INSERT ON transactions.refund REFERENCING NEW TABLE AS arrived
    FOR EACH STATEMENT EXECUTE FUNCTION reporting.note_priced_refund();

CREATE FUNCTION reporting.kind_of_step(step text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN step IN ('LINE', 'ORDER') THEN 'PROMOTION' ELSE step END
$$;

-- What some reduced sales and some refunds of such add. Depends on nothing but them; ids are looked up one by one, for the
-- reasons that stand at reporting.fold.
CREATE FUNCTION reporting.fold_campaigns(priced uuid[], refunds uuid[], merchant uuid)
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
           times * amount, 0, 0 FROM reduced
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

CREATE FUNCTION reporting.add_up_campaigns(priced uuid[], refunds uuid[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO reporting.campaign_day AS c
    SELECT * FROM reporting.fold_campaigns(priced, refunds, NULL) ORDER BY 1, 2, 3, 4, 5, 6, 7
    ON CONFLICT (merchant_id, day, campaign_id, currency, store_id, kind, party) DO UPDATE
       SET sales = c.sales + excluded.sales, uses = c.uses + excluded.uses, pieces = c.pieces + excluded.pieces,
           list = c.list + excluded.list, paid = c.paid + excluded.paid, reduction = c.reduction + excluded.reduction,
           returns = c.returns + excluded.returns, undone = c.undone + excluded.undone,
           name_en = excluded.name_en, name_zh = excluded.name_zh
$$;

-- Rolls up what has arrived, as reporting.roll_up does and under the same lock, so that one node does both.
CREATE FUNCTION reporting.roll_up_campaigns(most int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    sales   uuid[];
    refunds uuid[];
    taken   int;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('reporting.rollup')) THEN
        RETURN 0;
    END IF;
    WITH gone AS (
        DELETE FROM reporting.priced_arrival WHERE ctid = ANY (ARRAY(
            SELECT place FROM (SELECT ctid AS place, cardinality(ids) AS size, sum(cardinality(ids)) OVER (ORDER BY ctid) AS so_far
                                 FROM (SELECT ctid, ids FROM reporting.priced_arrival LIMIT 1000) oldest) counted
             WHERE so_far - size < most))
        RETURNING source, ids
    ),
    each AS (SELECT source, unnest(ids) AS id FROM gone)
    SELECT array_agg(id) FILTER (WHERE source = 'sale'), array_agg(id) FILTER (WHERE source = 'refund'),
           (SELECT count(*) FROM gone)
      INTO sales, refunds, taken FROM each;
    IF taken > 0 THEN
        PERFORM reporting.add_up_campaigns(sales, refunds);
    END IF;
    RETURN taken;
END $$;

CREATE FUNCTION reporting.tail_of_campaigns(merchant uuid) RETURNS SETOF reporting.campaign_day LANGUAGE sql STABLE AS $$
    WITH each AS MATERIALIZED (SELECT source, unnest(ids) AS id FROM reporting.priced_arrival)
    SELECT * FROM reporting.fold_campaigns(
        ARRAY(SELECT id FROM each WHERE source = 'sale'), ARRAY(SELECT id FROM each WHERE source = 'refund'), merchant)
$$;

-- What reports read: the roll-ups and the tail, which together are the books at this moment. A key may come twice.
CREATE FUNCTION reporting.campaign_figures(merchant uuid, first_day date, last_day date, store uuid)
    RETURNS SETOF reporting.campaign_day LANGUAGE sql STABLE AS $$
    SELECT * FROM reporting.campaign_day c
     WHERE c.merchant_id = merchant AND c.day BETWEEN first_day AND last_day AND (store IS NULL OR c.store_id = store)
    UNION ALL
    SELECT * FROM reporting.tail_of_campaigns(merchant) t
     WHERE t.day BETWEEN first_day AND last_day AND (store IS NULL OR t.store_id = store)
$$;

-- What funders paid (less what they got back), as their accounts on the ledger say and nothing else: what reports prove the
-- campaigns' figures with. Read from the journals by account; first is the lowest id that a journal of these days can have.
CREATE FUNCTION reporting.funded(merchant uuid, in_currency text, first uuid, first_day date, last_day date, store uuid)
    RETURNS TABLE (kind text, owner text, day date, amount numeric) LANGUAGE sql STABLE SET jit = off AS $$
    SELECT a.kind, a.owner, j.business_day, -sum(p.amount)
      FROM ledger.account a
     CROSS JOIN LATERAL (SELECT journal_id, amount FROM ledger.posting p
                          WHERE p.account_id = a.id AND p.journal_id >= first OFFSET 0) p
     CROSS JOIN LATERAL (SELECT business_day, store_id FROM ledger.journal j WHERE j.id = p.journal_id LIMIT 1) j
     WHERE a.merchant_id = merchant AND a.unit = in_currency
       AND a.kind IN ('promotion-funding', 'voucher-cost', 'voucher-clearing', 'points-funding')
       AND j.business_day BETWEEN first_day AND last_day AND (store IS NULL OR j.store_id = store)
     GROUP BY 1, 2, 3
$$;

-- Makes them again from the books; see reporting.refill, with which it goes in one transaction.
CREATE FUNCTION reporting.refill_campaigns() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    last  uuid := '00000000-0000-0000-0000-000000000000';
    ids   uuid[];
    added bigint := 0;
BEGIN
    DELETE FROM reporting.priced_arrival;
    DELETE FROM reporting.campaign_day;
    LOOP
        ids := ARRAY(SELECT payment_id FROM transactions.pricing WHERE payment_id > last ORDER BY payment_id LIMIT 20000);
        EXIT WHEN cardinality(ids) = 0;
        PERFORM reporting.add_up_campaigns(ids, NULL);
        added := added + cardinality(ids);
        last := ids[cardinality(ids)];
    END LOOP;
    last := '00000000-0000-0000-0000-000000000000';
    LOOP
        ids := ARRAY(SELECT r.id FROM transactions.refund r
                      WHERE r.id > last AND EXISTS (SELECT 1 FROM transactions.pricing q WHERE q.payment_id = r.payment_id)
                      ORDER BY r.id LIMIT 20000);
        EXIT WHEN cardinality(ids) = 0;
        PERFORM reporting.add_up_campaigns(NULL, ids);
        last := ids[cardinality(ids)];
    END LOOP;
    RETURN added;
END $$;

-- Where they with their tail differ from the books: no row is the only good answer. Said from the rows' state.
CREATE FUNCTION reporting.campaign_differences() RETURNS TABLE (subject text, detail text) LANGUAGE sql STABLE SET jit = off AS $$
WITH reduced AS MATERIALIZED (
    SELECT p.id, p.merchant_id, p.business_day AS day, p.currency::text AS currency, p.store_id, p.amount AS paid, q.list, r.campaign_id,
           r.source_id, CASE r.step WHEN 'LINE' THEN 'PROMOTION' WHEN 'ORDER' THEN 'PROMOTION' ELSE r.step END AS kind, r.party,
           r.amount, (SELECT coalesce(sum(l.quantity), 0) FROM transactions.sale_line l WHERE l.payment_id = p.id) AS pieces
      FROM transactions.reduction r JOIN transactions.payment p ON p.id = r.payment_id
      JOIN transactions.pricing q ON q.payment_id = p.id
     WHERE p.state = 'SUCCEEDED'
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

-- An installation that has sold already begins with them.
SELECT reporting.refill_campaigns();
