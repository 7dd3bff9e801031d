-- Sales, added up: per merchant, business day, currency and store, cut in these ways. n counts, gross is before refunds.
--
--   outcome   SUCCEEDED (with what was given back), REFUSED, CANCELLED
--   quarter   the quarter of an hour of the world's clock (seconds since 1970 / 900): whole hours of any time zone
--             are made of four of them, those of half-hour and quarter-hour zones too
--   till, cashier, kind (of the payment: a tender's, or MIXED), tender (each part of a mixed payment for itself)
--   category  n is items; what no line explains (amounts typed in, refunds without lines) has the empty key
--   product   by sku, n is items; of a whole month, on its first day: most products sell too seldom for days
--   took      milliseconds until the answer: n attempts, exact below 128, then in steps of less than a sixty-fourth
--   book      what the ledger's revenue accounts say, from the journals alone and not from the payments
--
-- A cancelled sale counts as if it had not been: its payment is taken back out of its own cells.
CREATE TABLE reporting.rollup (
    merchant_id uuid   NOT NULL,
    cut         text   NOT NULL,
    day         date   NOT NULL,
    currency    text   NOT NULL,
    store_id    uuid   NOT NULL,
    key         text   NOT NULL,
    label       text   NOT NULL,             -- the key's name as it was last printed: a cashier's, a product's
    n           bigint NOT NULL,
    gross       bigint NOT NULL,
    returns     bigint NOT NULL,
    refunded    bigint NOT NULL,
    PRIMARY KEY (merchant_id, cut, day, currency, store_id, key)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);

-- The highest of the milliseconds that are counted together with some.
CREATE FUNCTION reporting.took_until(millis int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN millis < 128 THEN millis::text
                ELSE ((((millis >> width_bucket(millis, '{128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536, 131072, 262144, 524288}'::int[])) + 1)::bigint << width_bucket(millis, '{128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536, 131072, 262144, 524288}'::int[])) - 1)::text END
$$;

-- What some payments, refunds and journals add to the roll-ups. It depends on nothing but them, so it does not matter in
-- which order or in which company they come: the parts of a whole are added up somewhere, once. Asks for one merchant's
-- and for some cuts only, where told to.
--
-- Ids are looked up one by one on purpose (LATERAL, LIMIT, OFFSET 0): the partitions' parents have no statistics, and
-- the planner, left to guess, expects millions of rows.
CREATE FUNCTION reporting.fold(payments uuid[], refunds uuid[], journals uuid[], merchant uuid, cuts text[])
    RETURNS SETOF reporting.rollup LANGUAGE sql STABLE SET jit = off AS $$
WITH paid AS MATERIALIZED (
    SELECT p.* FROM unnest(payments) AS a (id)
     CROSS JOIN LATERAL (SELECT id, merchant_id, business_day, currency::text, store_id, till_id, tender_kind, cashier_id, cashier,
                                occurred_at, amount, state, took_millis
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
                                occurred_at, amount, state, took_millis
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
part (merchant_id, cut, day, currency, store_id, key, label, n, gross, returns, refunded) AS (
    SELECT s.merchant_id, c.cut, s.business_day, s.currency, s.store_id, c.key, c.label, s.times, s.times * s.amount, 0, 0
      FROM sale s CROSS JOIN LATERAL (VALUES
           ('outcome', 'SUCCEEDED', ''), ('kind', s.tender_kind, ''), ('cashier', s.cashier_id, s.cashier),
           ('quarter', floor(date_part('epoch', s.occurred_at) / 900)::text, ''), ('till', coalesce(s.till_id::text, ''), ''),
           (CASE WHEN s.tender_kind <> 'MIXED' THEN 'tender' END, s.tender_kind, '')) AS c (cut, key, label)
     WHERE c.cut IS NOT NULL
    UNION ALL
    SELECT r.merchant_id, c.cut, r.business_day, r.currency, r.store_id, c.key, c.label, 0, 0, 1, r.amount
      FROM returned r CROSS JOIN LATERAL (VALUES
           ('outcome', 'SUCCEEDED', ''), ('kind', r.tender_kind, ''), ('cashier', r.cashier_id, r.cashier),
           ('quarter', floor(date_part('epoch', r.occurred_at) / 900)::text, ''), ('till', coalesce(r.till_id::text, ''), ''),
           (CASE WHEN r.tender_kind <> 'MIXED' THEN 'tender' END, r.tender_kind, '')) AS c (cut, key, label)
     WHERE c.cut IS NOT NULL
    UNION ALL
    SELECT merchant_id, 'outcome', business_day, currency, store_id, 'REFUSED', '', 1, amount, 0, 0
      FROM paid WHERE state = 'REFUSED'
    UNION ALL
    SELECT merchant_id, 'outcome', business_day, currency, store_id, 'CANCELLED', '', 1, amount, 0, 0
      FROM sale WHERE times < 0
    UNION ALL
    SELECT merchant_id, 'took', business_day, currency, store_id, reporting.took_until(took_millis), '', 1, 0, 0, 0 FROM paid
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
    UNION ALL
    SELECT a.merchant_id, 'book', j.business_day, a.unit, coalesce(j.store_id, '00000000-0000-0000-0000-000000000000'), '', '',
           1, a.amount, 0, 0
      FROM unnest(journals) AS b (id)
     CROSS JOIN LATERAL (SELECT p.amount, a.merchant_id, a.kind, a.unit FROM ledger.posting p JOIN ledger.account a ON a.id = p.account_id
                          WHERE p.journal_id = b.id OFFSET 0) a
     CROSS JOIN LATERAL (SELECT business_day, store_id FROM ledger.journal j WHERE j.id = b.id LIMIT 1) j
     WHERE a.kind = 'revenue' AND (merchant IS NULL OR a.merchant_id = merchant) AND (cuts IS NULL OR cuts && ARRAY['book'])
)
SELECT merchant_id, cut, day, currency, store_id, key, max(label), sum(n)::bigint, sum(gross)::bigint, sum(returns)::bigint,
       sum(refunded)::bigint
  FROM part WHERE cuts IS NULL OR cut = ANY (cuts)
 GROUP BY merchant_id, cut, day, currency, store_id, key
$$;

CREATE FUNCTION reporting.add_up(payments uuid[], refunds uuid[], journals uuid[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO reporting.rollup AS r
    SELECT * FROM reporting.fold(payments, refunds, journals, NULL, NULL) ORDER BY 1, 2, 3, 4, 5, 6
    ON CONFLICT (merchant_id, cut, day, currency, store_id, key) DO UPDATE
       SET n = r.n + excluded.n, gross = r.gross + excluded.gross, returns = r.returns + excluded.returns,
           refunded = r.refunded + excluded.refunded, label = greatest(r.label, excluded.label)
$$;

-- Rolls up what has arrived, about as many rows as told, and answers how many arrivals it took. One at a time, whichever
-- node asks: who comes second gets nought.
CREATE FUNCTION reporting.roll_up(most int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    payments uuid[];
    refunds  uuid[];
    journals uuid[];
    taken    int;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('reporting.rollup')) THEN
        RETURN 0;
    END IF;
    WITH gone AS (
        DELETE FROM reporting.arrival WHERE ctid = ANY (ARRAY(
            SELECT place FROM (SELECT ctid AS place, cardinality(ids) AS size, sum(cardinality(ids)) OVER (ORDER BY ctid) AS so_far
                                 FROM (SELECT ctid, ids FROM reporting.arrival LIMIT 1000) oldest) counted
             WHERE so_far - size < most))
        RETURNING source, ids
    ),
    each AS (SELECT source, unnest(ids) AS id FROM gone)
    SELECT array_agg(id) FILTER (WHERE source = 'payment'), array_agg(id) FILTER (WHERE source = 'refund'),
           array_agg(id) FILTER (WHERE source = 'journal'), (SELECT count(*) FROM gone)
      INTO payments, refunds, journals, taken FROM each;
    IF taken > 0 THEN
        PERFORM reporting.add_up(payments, refunds, journals);
    END IF;
    RETURN taken;
END $$;

-- What has arrived and is not yet rolled up, in the roll-ups' own form.
CREATE FUNCTION reporting.tail(merchant uuid, cuts text[]) RETURNS SETOF reporting.rollup LANGUAGE sql STABLE AS $$
    WITH each AS MATERIALIZED (SELECT source, unnest(ids) AS id FROM reporting.arrival)
    SELECT * FROM reporting.fold(
        ARRAY(SELECT id FROM each WHERE source = 'payment'), ARRAY(SELECT id FROM each WHERE source = 'refund'),
        ARRAY(SELECT id FROM each WHERE source = 'journal' AND (cuts IS NULL OR cuts && ARRAY['book'])), merchant, cuts)
$$;

-- What reports read: the roll-ups and the tail, which together are the books at this moment. A key may come twice.
CREATE FUNCTION reporting.figures(merchant uuid, cuts text[], first_day date, last_day date, store uuid)
    RETURNS SETOF reporting.rollup LANGUAGE sql STABLE AS $$
    SELECT * FROM reporting.rollup r
     WHERE r.merchant_id = merchant AND r.cut = ANY (cuts) AND r.day BETWEEN first_day AND last_day
       AND (store IS NULL OR r.store_id = store)
    UNION ALL
    SELECT * FROM reporting.tail(merchant, cuts) t
     WHERE t.day BETWEEN first_day AND last_day AND (store IS NULL OR t.store_id = store)
$$;

-- Makes the roll-ups again from the books. All of what arrived until now goes into them; what arrives meanwhile waits. To
-- be called in one snapshot (REPEATABLE READ), by one who holds the lock of reporting.roll_up: the readers see the old
-- roll-ups until it commits.
CREATE FUNCTION reporting.refill() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    last   uuid;
    ids    uuid[];
    added  bigint := 0;
    nobody uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
    DELETE FROM reporting.arrival;
    DELETE FROM reporting.rollup;
    last := nobody;
    LOOP
        ids := ARRAY(SELECT id FROM transactions.payment WHERE id > last ORDER BY id LIMIT 20000);
        EXIT WHEN cardinality(ids) = 0;
        PERFORM reporting.add_up(ids, NULL, NULL);
        added := added + cardinality(ids);
        last := ids[cardinality(ids)];
    END LOOP;
    last := nobody;
    LOOP
        ids := ARRAY(SELECT id FROM transactions.refund WHERE id > last ORDER BY id LIMIT 20000);
        EXIT WHEN cardinality(ids) = 0;
        PERFORM reporting.add_up(NULL, ids, NULL);
        added := added + cardinality(ids);
        last := ids[cardinality(ids)];
    END LOOP;
    last := nobody;
    LOOP
        ids := ARRAY(SELECT id FROM ledger.journal WHERE id > last ORDER BY id LIMIT 20000);
        EXIT WHEN cardinality(ids) = 0;
        PERFORM reporting.add_up(NULL, NULL, ids);
        added := added + cardinality(ids);
        last := ids[cardinality(ids)];
    END LOOP;
    RETURN added;
END $$;

-- An installation that has sold already begins with them.
SELECT reporting.refill();
