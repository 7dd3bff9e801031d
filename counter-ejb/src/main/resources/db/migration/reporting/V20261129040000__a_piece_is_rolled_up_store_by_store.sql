-- A piece takes one processor for as long as it works: with two of them and payments at half of what they can do, two tenths
-- of a second of it were what the slowest hundredth waited for. Every sum belongs to one store, so what has arrived of a
-- merchant is sorted by store first, and then added up some stores at a time, with a rest after each and nothing written
-- twice. Each step is a transaction of its own: one that lasts keeps the rows that leave the outbox from being tidied up, and
-- the outbox is read often.

-- What has arrived, cut at the borders of stores into parts of about so many rows. What one store alone has is cut as well,
-- though later: its sums are few, so that writing some of them once more costs little.
CREATE FUNCTION reporting.by_stores(payments uuid[], refunds uuid[], journals uuid[], size int)
    RETURNS TABLE (payments uuid[], refunds uuid[], journals uuid[]) LANGUAGE sql STABLE SET jit = off AS $$
    WITH each AS MATERIALIZED (
        SELECT 'payment' AS source, p.id, p.store_id FROM unnest($1) AS a (id)
         CROSS JOIN LATERAL (SELECT p.id, p.store_id FROM transactions.payment p WHERE p.id = a.id LIMIT 1) p
        UNION ALL
        SELECT 'refund', r.id, r.store_id FROM unnest($2) AS a (id)
         CROSS JOIN LATERAL (SELECT r.id, r.store_id FROM transactions.refund r WHERE r.id = a.id LIMIT 1) r
        UNION ALL
        SELECT 'journal', j.id, coalesce(j.store_id, '00000000-0000-0000-0000-000000000000') FROM unnest($3) AS a (id)
         CROSS JOIN LATERAL (SELECT j.id, j.store_id FROM ledger.journal j WHERE j.id = a.id LIMIT 1) j
    ),
    counted AS (SELECT *, (row_number() OVER (PARTITION BY store_id) - 1) / (5 * size) AS slice FROM each),
    store AS (SELECT store_id, count(*) AS rows FROM each GROUP BY store_id),
    placed AS (SELECT store_id, ((sum(rows) OVER (ORDER BY store_id) - rows) / size)::int AS part FROM store)
    SELECT array_agg(id) FILTER (WHERE source = 'payment'), array_agg(id) FILTER (WHERE source = 'refund'),
           array_agg(id) FILTER (WHERE source = 'journal')
      FROM counted JOIN placed USING (store_id) GROUP BY part, slice ORDER BY part, slice
$$;

-- Which part of what was sorted a row belongs to; none until it is.
ALTER TABLE reporting.arrival ADD COLUMN part int;

-- Takes away what has arrived, about as many rows as told: of one merchant if one is named, and of that one part if it is.
CREATE FUNCTION reporting.take_arrivals(most int, whose uuid, wanted int)
    RETURNS TABLE (payments uuid[], refunds uuid[], journals uuid[], taken int) LANGUAGE sql AS $$
    WITH gone AS (
        DELETE FROM reporting.arrival WHERE ctid = ANY (ARRAY(
            SELECT place FROM (SELECT ctid AS place, cardinality(ids) AS size, sum(cardinality(ids)) OVER (ORDER BY ctid) AS so_far
                                 FROM (SELECT ctid, ids FROM reporting.arrival
                                        WHERE (whose IS NULL OR merchant_id = whose) AND (wanted IS NULL OR part = wanted)
                                        LIMIT most) oldest) counted
             WHERE so_far - size < most))
        RETURNING source, ids
    ),
    each AS (SELECT source, unnest(ids) AS id FROM gone)
    SELECT array_agg(id) FILTER (WHERE source = 'payment'), array_agg(id) FILTER (WHERE source = 'refund'),
           array_agg(id) FILTER (WHERE source = 'journal'), (SELECT count(*)::int FROM gone) FROM each
$$;

-- As before, of one part if one is named.
DROP FUNCTION reporting.roll_up(int, uuid);
CREATE FUNCTION reporting.roll_up(most int, whose uuid DEFAULT NULL, wanted int DEFAULT NULL) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    arrived record;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('reporting.rollup')) THEN
        RETURN 0;
    END IF;
    SELECT * INTO arrived FROM reporting.take_arrivals(most, whose, wanted);
    IF arrived.taken > 0 THEN
        PERFORM reporting.add_up(arrived.payments, arrived.refunds, arrived.journals);
    END IF;
    RETURN arrived.taken;
END $$;

-- Writes what has arrived of a merchant, about as many rows as told, down again: sorted by store, in parts of about the given
-- size, numbered from one. Answers how many parts there are; none when another node is at it.
CREATE FUNCTION reporting.sort_arrivals(whose uuid, most int, size int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    arrived record;
    parts   int;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('reporting.rollup')) THEN
        RETURN 0;
    END IF;
    SELECT * INTO arrived FROM reporting.take_arrivals(most, whose, NULL);
    WITH cut AS MATERIALIZED (
        SELECT * FROM reporting.by_stores(arrived.payments, arrived.refunds, arrived.journals, size)
            WITH ORDINALITY AS b (payments, refunds, journals, part)
    ),
    written AS (
        INSERT INTO reporting.arrival (source, ids, merchant_id, part)
        SELECT a.source, a.ids, whose, cut.part
          FROM cut CROSS JOIN LATERAL (VALUES ('payment', cut.payments), ('refund', cut.refunds), ('journal', cut.journals))
               AS a (source, ids)
         WHERE a.ids IS NOT NULL
    )
    SELECT count(*) INTO parts FROM cut;
    RETURN parts;
END $$;
