-- Makes years of sales in minutes: the rows that taken payments leave (claims, kept answer, journal, postings, payment,
-- tender, lines), written set by set. What the checks of the books ask for holds afterwards: claims, hashes, balances.
-- It sells what the merchants' catalogues hold, at all their tills, to all their wallets, from nine to nine.
--
--   CALL bench.open_history(date '2025-12-01', date '2026-11-21');
--   CALL bench.sell(5000000, date '2025-12-01', date '2026-05-26');   -- in one session
--   CALL bench.sell(5000000, date '2026-05-27', date '2026-11-21');   -- in another, at the same time
--   CALL bench.close_history(date '2025-12-01');                      -- when both have ended
--
-- Run it as the tables' owner and outside of a transaction: every piece is committed by itself. Balances end as they began,
-- because one top-up per wallet, before the first sale, brings what the history spends: until the history is closed the check
-- of balances finds wallets that have more than their postings. Three of four payments come from a wallet, the others are
-- cash. It may be opened again for other days.
CREATE SCHEMA IF NOT EXISTS bench;

CREATE OR REPLACE FUNCTION bench.id_at(moment timestamptz) RETURNS uuid LANGUAGE sql VOLATILE AS $$
    SELECT (lpad(to_hex(floor(extract(epoch FROM moment) * 1000)::bigint), 12, '0') || '7'
            || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid
$$;

-- Keys as the product makes them (kernel.HashedKeys): what neighbours have in common, then the whole.
CREATE OR REPLACE FUNCTION bench.neighbourhood(name text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN name ~ '^.{8}-.{4}-7.{21}$' THEN left(name, 8) ELSE left(name, length(name) - length(name) / 3) END
$$;
CREATE OR REPLACE FUNCTION bench.claim_of(scope text, merchant text, name text, near text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT encode(substr(sha256(convert_to(bench.neighbourhood(near), 'UTF8')), 1, 4)
        || substr(sha256(convert_to(length(scope) || ':' || scope || length(merchant) || ':' || merchant
        || length(name) || ':' || name, 'UTF8')), 1, 12), 'hex')::uuid
$$;
CREATE OR REPLACE FUNCTION bench.claim_of(command uuid) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT encode(substr(sha256(convert_to('7:command36:' || command, 'UTF8')), 1, 16), 'hex')::uuid
$$;

-- A journal's canonical bytes, piece by piece.
CREATE OR REPLACE FUNCTION bench.bytes_of(content text) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
    SELECT int4send(octet_length(convert_to(content, 'UTF8'))) || convert_to(content, 'UTF8')
$$;
CREATE OR REPLACE FUNCTION bench.bytes_of(id uuid) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN id IS NULL THEN '\x00'::bytea ELSE '\x01'::bytea || uuid_send(id) END
$$;
CREATE OR REPLACE FUNCTION bench.bytes_of(moment timestamptz) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT int8send(floor(extract(epoch FROM moment))::bigint)
        || int4send(((extract(epoch FROM moment) - floor(extract(epoch FROM moment))) * 1000000000)::int)
$$;

-- Where things are sold, what, and to whom: numbered, so that a random number finds one.
CREATE OR REPLACE PROCEDURE bench.set_the_stage() LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO ledger.account (merchant_id, kind, unit, owner)
        SELECT m.id, 'revenue', m.currency, 'store:' || s.id FROM merchants.merchant m JOIN merchants.store s ON s.merchant_id = m.id
        UNION ALL
        SELECT m.id, 'cash', m.currency, 'till:' || t.id FROM merchants.merchant m
          JOIN merchants.store s ON s.merchant_id = m.id JOIN merchants.till t ON t.store_id = s.id
        ON CONFLICT DO NOTHING;
    DROP TABLE IF EXISTS bench.place, bench.goods, bench.purse;
    CREATE UNLOGGED TABLE bench.place AS
        SELECT row_number() OVER (ORDER BY t.id) AS n, m.id AS merchant_id, m.currency, m.zone, s.id AS store_id,
               t.id AS till_id, t.code AS till, r.id AS revenue, c.id AS cash,
               (SELECT count(*) FROM orders.product p WHERE p.merchant_id = m.id) AS goods,
               (SELECT count(*) FROM ledger.account w WHERE w.merchant_id = m.id AND w.kind = 'wallet' AND w.unit = m.currency) AS purses
          FROM merchants.merchant m JOIN merchants.store s ON s.merchant_id = m.id JOIN merchants.till t ON t.store_id = s.id
          JOIN ledger.account r ON r.merchant_id = m.id AND r.kind = 'revenue' AND r.unit = m.currency AND r.owner = 'store:' || s.id
          JOIN ledger.account c ON c.merchant_id = m.id AND c.kind = 'cash' AND c.unit = m.currency AND c.owner = 'till:' || t.id;
    CREATE UNLOGGED TABLE bench.goods AS
        SELECT merchant_id, row_number() OVER (PARTITION BY merchant_id ORDER BY sku) AS n, id, sku, name_en, category, price
          FROM orders.product;
    CREATE UNLOGGED TABLE bench.purse AS
        SELECT w.merchant_id, row_number() OVER (PARTITION BY w.merchant_id ORDER BY w.id) AS n, w.id AS account_id,
               substr(w.owner, 8)::uuid AS member_id
          FROM ledger.account w JOIN merchants.merchant m ON m.id = w.merchant_id AND m.currency = w.unit WHERE w.kind = 'wallet';
    ANALYZE bench.place, bench.goods, bench.purse;
END $$;

CREATE OR REPLACE PROCEDURE bench.lay_out_the_tables() LANGUAGE plpgsql AS $$
BEGIN
    DROP TABLE IF EXISTS sale, sold;
    CREATE TEMP TABLE sale (
        number text, id uuid, journal_id uuid, command uuid, wallet boolean, moment timestamptz, took int, cashier text,
        amount bigint, merchant_id uuid, store_id uuid, till_id uuid, currency text, revenue bigint, source bigint,
        goods bigint, member_id uuid, document text, hash bytea);
    CREATE TEMP TABLE sold (id uuid, line int, product_id uuid, sku text, text text, category text,
        quantity int, unit_amount bigint, amount bigint);
END $$;

-- One piece of one day: the sales as a table, from which all rows are then written.
CREATE OR REPLACE PROCEDURE bench.draw_sales(sold_on date, sales int, first_number bigint) LANGUAGE plpgsql AS $$
DECLARE
    places int := (SELECT count(*) FROM bench.place);
BEGIN
    TRUNCATE sale, sold;
    INSERT INTO sale (number, wallet, moment, took, cashier, merchant_id, store_id, till_id, currency, revenue, source, goods,
                      member_id)
    WITH draw AS MATERIALIZED (
        SELECT first_number + i AS number, 1 + floor(random() * places)::int AS place, random() AS goods, random() AS purse,
               random() < 0.75 AS wallet, 9 + 12 * (random() + random()) / 2 AS hour,
               (4 + 20 * random() ^ 4 + CASE WHEN random() < 0.01 THEN 300 * random() ELSE 0 END)::int AS took
          FROM generate_series(1, sales) i
    )
    SELECT 'H' || d.number, d.wallet AND w.account_id IS NOT NULL,
           date_trunc('milliseconds', (sold_on + d.hour * interval '1 hour') AT TIME ZONE p.zone), d.took,
           (ARRAY['Ada Kay', 'Bo Lin', 'Chen Yu', 'Dee Ray'])[1 + (p.n % 2) * 2 + (d.hour > 15)::int],
           p.merchant_id, p.store_id, p.till_id, p.currency, p.revenue,
           CASE WHEN d.wallet AND w.account_id IS NOT NULL THEN w.account_id ELSE p.cash END, p.goods, w.member_id
      FROM draw d JOIN bench.place p ON p.n = d.place
      LEFT JOIN bench.purse w ON d.wallet AND w.merchant_id = p.merchant_id AND w.n = 1 + floor(d.purse * p.purses)::int
     ORDER BY 3;
    UPDATE sale SET id = bench.id_at(moment), journal_id = bench.id_at(moment), command = gen_random_uuid();
    INSERT INTO sold
    WITH pick AS MATERIALIZED (
        SELECT s.id, s.merchant_id, line, 1 + floor(random() ^ 2 * s.goods)::int AS n,
               1 + floor(random() ^ 3 * 4)::int AS quantity
          FROM sale s, generate_series(1, 2) line
    )
    SELECT k.id, k.line, g.id, g.sku, g.name_en, g.category, k.quantity, g.price, k.quantity * g.price
      FROM pick k JOIN bench.goods g ON g.merchant_id = k.merchant_id AND g.n = k.n;
    UPDATE sale s SET amount = l.amount, document = '{"payment":"' || s.id || '","sale":"' || s.number || '"}'
      FROM (SELECT id, sum(amount) AS amount FROM sold GROUP BY id) l WHERE l.id = s.id;
    UPDATE sale s SET hash = sha256('\x01'::bytea || bench.bytes_of(journal_id) || bench.bytes_of('payment'::text)
        || bench.bytes_of(merchant_id) || bench.bytes_of(store_id) || bench.bytes_of(till_id)
        || bench.bytes_of('staff:' || cashier) || bench.bytes_of(member_id)
        || bench.bytes_of(moment) || int8send(sold_on - date '1970-01-01')
        || int4send(1) || bench.bytes_of('sale'::text) || bench.bytes_of(merchant_id || ':' || number)
        || int4send(0) || '\x00'::bytea || bench.bytes_of(document)
        || int4send(2) || int8send(source) || int8send(-amount) || int8send(revenue) || int8send(amount));
END $$;

CREATE OR REPLACE PROCEDURE bench.write_sales(sold_on date) LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO ledger.claim (id, journal_id)
        SELECT bench.claim_of('sale', merchant_id::text, merchant_id || ':' || number, number), journal_id FROM sale
        UNION ALL
        SELECT bench.claim_of(command), journal_id FROM sale ORDER BY 1;
    INSERT INTO ledger.journal (id, kind, merchant_id, store_id, till_id, actor, member_id, occurred_at, business_day, claims,
                                confirms, document, hash, command)
        SELECT journal_id, 'payment', merchant_id, store_id, till_id, 'staff:' || cashier, member_id, moment, sold_on,
               ARRAY['sale', merchant_id || ':' || number], '{}', document::json, hash, bench.claim_of(command)
          FROM sale;
    INSERT INTO ledger.posting (journal_id, line, account_id, amount)
        SELECT journal_id, line, CASE line WHEN 1 THEN source ELSE revenue END, CASE line WHEN 1 THEN -amount ELSE amount END
          FROM sale, generate_series(1, 2) line;
    INSERT INTO kernel.command (id, content_hash, status, answer, recorded_at)
        SELECT command, encode(hash, 'hex'), 201, '{"id":"' || id || '"}', moment FROM sale ORDER BY 1;
    INSERT INTO transactions.payment (id, merchant_id, store_id, till_id, sale_number, state, amount, currency, tender_kind,
                                      member_id, member_name, cashier_id, cashier, occurred_at, business_day, journal_id,
                                      receipt_key, took_millis)
        SELECT id, merchant_id, store_id, till_id, number, 'SUCCEEDED', amount, currency,
               CASE WHEN wallet THEN 'WALLET' ELSE 'CASH' END, member_id, CASE WHEN wallet THEN 'A. L.' END,
               'staff:' || cashier, cashier, moment, sold_on, journal_id, gen_random_uuid(), took
          FROM sale;
    INSERT INTO transactions.tender (payment_id, line, kind, amount, received, account_id)
        SELECT id, 1, CASE WHEN wallet THEN 'WALLET' ELSE 'CASH' END, amount, CASE WHEN wallet THEN NULL ELSE amount END,
               CASE WHEN wallet THEN source END FROM sale;
    INSERT INTO transactions.sale_line (payment_id, line, product_id, sku, text, category, quantity, unit_amount, amount)
        SELECT id, line, product_id, sku, text, category, quantity, unit_amount, amount FROM sold ORDER BY id, line;
    INSERT INTO ledger.tail (account_id, amount)
        SELECT revenue, sum(amount) FROM sale GROUP BY 1 UNION ALL
        SELECT source, -sum(amount) FROM sale WHERE NOT wallet GROUP BY 1;
    INSERT INTO bench.spent SELECT source, merchant_id, member_id, currency, sum(amount) FROM sale WHERE wallet GROUP BY 1, 2, 3, 4;
END $$;

-- What was spent came in before: one top-up per wallet, at the first till of its merchant.
CREATE OR REPLACE PROCEDURE bench.pay_in(opened timestamptz) LANGUAGE plpgsql AS $$
BEGIN
    DROP TABLE IF EXISTS top_up;
    CREATE TEMP TABLE top_up AS
        SELECT bench.id_at(opened) AS id, s.account_id, s.merchant_id, s.member_id, p.store_id, p.till_id, p.cash,
               (opened AT TIME ZONE p.zone)::date AS day, s.amount
          FROM (SELECT account_id, merchant_id, member_id, sum(amount)::bigint AS amount FROM bench.spent GROUP BY 1, 2, 3) s
          JOIN LATERAL (SELECT * FROM bench.place p WHERE p.merchant_id = s.merchant_id ORDER BY n LIMIT 1) p ON true;
    INSERT INTO ledger.journal (id, kind, merchant_id, store_id, till_id, actor, member_id, occurred_at, business_day, claims,
                                confirms, document, hash)
        SELECT id, 'top-up', merchant_id, store_id, till_id, 'system', member_id, opened, day, '{}', '{}', '{}',
               sha256('\x01'::bytea || bench.bytes_of(id) || bench.bytes_of('top-up'::text)
                   || bench.bytes_of(merchant_id) || bench.bytes_of(store_id) || bench.bytes_of(till_id)
                   || bench.bytes_of('system'::text) || bench.bytes_of(member_id)
                   || bench.bytes_of(opened) || int8send(day - date '1970-01-01')
                   || int4send(0) || int4send(0) || '\x00'::bytea || bench.bytes_of('{}'::text)
                   || int4send(2) || int8send(cash) || int8send(-amount) || int8send(account_id) || int8send(amount))
          FROM top_up;
    INSERT INTO ledger.posting (journal_id, line, account_id, amount)
        SELECT id, line, CASE line WHEN 1 THEN cash ELSE account_id END, CASE line WHEN 1 THEN -amount ELSE amount END
          FROM top_up, generate_series(1, 2) line;
    INSERT INTO ledger.tail (account_id, amount) SELECT cash, -sum(amount) FROM top_up GROUP BY 1;
END $$;

-- The moment before the first sale, at which the wallets are filled.
CREATE OR REPLACE FUNCTION bench.opening(first_day date) RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT (first_day - 1)::timestamptz
$$;

CREATE OR REPLACE PROCEDURE bench.open_history(first_day date, last_day date) LANGUAGE plpgsql AS $$
BEGIN
    CALL bench.set_the_stage();
    DROP TABLE IF EXISTS bench.spent;
    CREATE UNLOGGED TABLE bench.spent (account_id bigint, merchant_id uuid, member_id uuid, currency text, amount bigint);
    CREATE SEQUENCE IF NOT EXISTS bench.sale_number;
    PERFORM ledger.make_partitions(month)
       FROM generate_series(bench.opening(first_day), last_day + interval '1 month', interval '1 month') month;
    PERFORM ledger.make_partitions(last_day::timestamptz);
END $$;

CREATE OR REPLACE PROCEDURE bench.sell(payments bigint, first_day date, last_day date, piece int DEFAULT 50000)
    LANGUAGE plpgsql AS $$
DECLARE
    days  int := last_day - first_day + 1;
    made  bigint := 0;
    due   bigint;
    step  int;
BEGIN
    SET synchronous_commit = off;
    CALL bench.lay_out_the_tables();
    COMMIT;
    FOR day IN 0 .. days - 1 LOOP
        due := payments * (day + 1) / days;
        WHILE made < due LOOP
            step := least(piece, due - made);
            CALL bench.draw_sales(first_day + day, step, nextval('bench.sale_number') * piece);
            CALL bench.write_sales(first_day + day);
            made := made + step;
            COMMIT;
        END LOOP;
        IF day % 10 = 9 OR made = payments THEN
            RAISE NOTICE '% of % payments, until %', made, payments, first_day + day;
        END IF;
    END LOOP;
    RESET synchronous_commit;
END $$;

CREATE OR REPLACE PROCEDURE bench.close_history(first_day date) LANGUAGE sql AS $$
    CALL bench.pay_in(bench.opening(first_day))
$$;
