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

-- Writes what has arrived of a merchant, about as many rows as told, down again: sorted by store, in parts of about the given
-- size. Answers how many parts there are; none when another node is at it.
CREATE FUNCTION reporting.sort_arrivals(whose uuid, most int, size int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    payments uuid[];
    refunds  uuid[];
    journals uuid[];
    parts    int;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('reporting.rollup')) THEN
        RETURN 0;
    END IF;
    WITH gone AS (
        DELETE FROM reporting.arrival WHERE ctid = ANY (ARRAY(
            SELECT place FROM (SELECT ctid AS place, cardinality(ids) AS size, sum(cardinality(ids)) OVER (ORDER BY ctid) AS so_far
                                 FROM (SELECT ctid, ids FROM reporting.arrival WHERE merchant_id = whose LIMIT most) oldest) counted
             WHERE so_far - counted.size < most))
        RETURNING source, ids
    ),
    each AS (SELECT source, unnest(ids) AS id FROM gone)
    SELECT array_agg(id) FILTER (WHERE source = 'payment'), array_agg(id) FILTER (WHERE source = 'refund'),
           array_agg(id) FILTER (WHERE source = 'journal')
      INTO payments, refunds, journals FROM each;
    WITH cut AS MATERIALIZED (
        SELECT * FROM reporting.by_stores(payments, refunds, journals, size) WITH ORDINALITY AS b (payments, refunds, journals, part)
    ),
    written AS (
        INSERT INTO reporting.arrival (source, ids, merchant_id)
        SELECT a.source, a.ids, whose
          FROM cut CROSS JOIN LATERAL (VALUES ('payment', cut.payments), ('refund', cut.refunds), ('journal', cut.journals))
               AS a (source, ids)
         WHERE a.ids IS NOT NULL ORDER BY cut.part
    )
    SELECT count(*) INTO parts FROM cut;
    RETURN parts;
END $$;
