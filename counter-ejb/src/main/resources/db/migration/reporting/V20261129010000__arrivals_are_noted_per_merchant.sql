-- Who asks for one merchant's figures reads what has arrived of that merchant only. So what has arrived may wait for longer,
-- and is rolled up in larger pieces, without making the boards of all others slower.
DO $$ BEGIN
    WHILE reporting.roll_up(60000) > 0 LOOP
        NULL; -- what was noted without its merchant
    END LOOP;
END $$;
ALTER TABLE reporting.arrival ADD COLUMN merchant_id uuid NOT NULL;

CREATE OR REPLACE FUNCTION reporting.note_arrival() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO reporting.arrival (source, ids, merchant_id)
    SELECT TG_ARGV[0], array_agg(id), merchant_id FROM arrived GROUP BY merchant_id;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION reporting.tail(merchant uuid, cuts text[]) RETURNS SETOF reporting.rollup LANGUAGE sql STABLE AS $$
    WITH each AS MATERIALIZED (
        SELECT a.source, unnest(a.ids) AS id FROM reporting.arrival a
         WHERE merchant IS NULL OR a.merchant_id = merchant)
    SELECT * FROM reporting.fold(
        ARRAY(SELECT id FROM each WHERE source = 'payment'), ARRAY(SELECT id FROM each WHERE source = 'refund'),
        ARRAY(SELECT id FROM each WHERE source = 'journal' AND (cuts IS NULL OR cuts && ARRAY['book'])), merchant, cuts)
$$;

-- How much waits: the payments, refunds and journals that readers still add by themselves.
CREATE FUNCTION reporting.waiting() RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT coalesce(sum(cardinality(ids)), 0) FROM reporting.arrival
$$;

-- As before, but of one merchant if one is named: no sum belongs to two merchants, so pieces cut in this way cost no more and
-- each takes the processor for a shorter time. There are more rows now, so it looks at more of them.
DROP FUNCTION reporting.roll_up(int);
CREATE FUNCTION reporting.roll_up(most int, whose uuid DEFAULT NULL) RETURNS int LANGUAGE plpgsql AS $$
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
                                 FROM (SELECT ctid, ids FROM reporting.arrival
                                        WHERE whose IS NULL OR merchant_id = whose LIMIT most) oldest) counted
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
