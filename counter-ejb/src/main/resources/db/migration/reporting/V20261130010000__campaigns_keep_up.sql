-- At most a thousand rows were taken each time, once in ten seconds. A payment that meets no other leaves a row of its own, so where
-- campaigns reduce more than a hundred sales a second more rows came than went, and every report added up all that waited.
-- The follower takes them a piece after the other now until none is left; a piece is as many rows as it asks for.
CREATE OR REPLACE FUNCTION reporting.roll_up_campaigns(most int) RETURNS int LANGUAGE plpgsql AS $$
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
                                 FROM (SELECT ctid, ids FROM reporting.priced_arrival LIMIT most) oldest) counted
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
