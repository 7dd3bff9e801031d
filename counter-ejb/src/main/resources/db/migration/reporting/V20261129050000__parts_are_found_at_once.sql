-- A part was looked for among all that had arrived. Where payments come in bursts that is little and costs nothing. Where they
-- come without a pause, at half of what two processors can take, it grew faster than it was looked through: each part took a
-- fifth of a second to find and was followed by a rest of five times that, and after ten minutes 800,000 rows waited.
CREATE INDEX arrival_part ON reporting.arrival (merchant_id, part) WHERE part IS NOT NULL;

-- Takes away a part of what was sorted of a merchant. By the index always: a session that planned it while nothing waited
-- would go on looking through everything.
CREATE FUNCTION reporting.take_part(whose uuid, wanted int)
    RETURNS TABLE (payments uuid[], refunds uuid[], journals uuid[], taken int) LANGUAGE sql SET enable_seqscan = off AS $$
    WITH gone AS (DELETE FROM reporting.arrival WHERE merchant_id = whose AND part = wanted RETURNING source, ids),
    each AS (SELECT source, unnest(ids) AS id FROM gone)
    SELECT array_agg(id) FILTER (WHERE source = 'payment'), array_agg(id) FILTER (WHERE source = 'refund'),
           array_agg(id) FILTER (WHERE source = 'journal'), (SELECT count(*)::int FROM gone) FROM each
$$;

-- Takes away what has arrived, about as many rows as told: of one merchant if one is named.
DROP FUNCTION reporting.take_arrivals(int, uuid, int);
CREATE FUNCTION reporting.take_arrivals(most int, whose uuid)
    RETURNS TABLE (payments uuid[], refunds uuid[], journals uuid[], taken int) LANGUAGE sql AS $$
    WITH gone AS (
        DELETE FROM reporting.arrival WHERE ctid = ANY (ARRAY(
            SELECT place FROM (SELECT ctid AS place, cardinality(ids) AS size, sum(cardinality(ids)) OVER (ORDER BY ctid) AS so_far
                                 FROM (SELECT ctid, ids FROM reporting.arrival WHERE whose IS NULL OR merchant_id = whose
                                        LIMIT most) oldest) counted
             WHERE so_far - size < most))
        RETURNING source, ids
    ),
    each AS (SELECT source, unnest(ids) AS id FROM gone)
    SELECT array_agg(id) FILTER (WHERE source = 'payment'), array_agg(id) FILTER (WHERE source = 'refund'),
           array_agg(id) FILTER (WHERE source = 'journal'), (SELECT count(*)::int FROM gone) FROM each
$$;

CREATE OR REPLACE FUNCTION reporting.roll_up(most int, whose uuid DEFAULT NULL, wanted int DEFAULT NULL) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    arrived record;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('reporting.rollup')) THEN
        RETURN 0;
    END IF;
    IF wanted IS NULL THEN
        SELECT * INTO arrived FROM reporting.take_arrivals(most, whose);
    ELSE
        SELECT * INTO arrived FROM reporting.take_part(whose, wanted);
    END IF;
    IF arrived.taken > 0 THEN
        PERFORM reporting.add_up(arrived.payments, arrived.refunds, arrived.journals);
    END IF;
    RETURN arrived.taken;
END $$;

CREATE OR REPLACE FUNCTION reporting.sort_arrivals(whose uuid, most int, size int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    arrived record;
    parts   int;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('reporting.rollup')) THEN
        RETURN 0;
    END IF;
    SELECT * INTO arrived FROM reporting.take_arrivals(most, whose);
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
