-- The lowest UUID of version 7 that a moment can have.
CREATE FUNCTION ledger.uuid_floor(moment timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT (lpad(to_hex(floor(extract(epoch FROM moment) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid
$$;

-- Makes the partitions of the month (UTC) that a moment falls into, for every table of the ledger and of payments that is
-- cut along a UUID. Does nothing where they are there. Runs with the owner's rights, because the application may not make
-- tables; the application gets no rights on the partitions themselves, only through the table they belong to.
CREATE FUNCTION ledger.make_partitions(moment timestamptz) RETURNS int LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    month  timestamptz := date_trunc('month', moment, 'UTC');
    suffix text := to_char(month AT TIME ZONE 'UTC', '"_y"YYYY"m"MM');
    made   int := 0;
    parent record;
    child  text;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('ledger.make_partitions'));
    FOR parent IN
        SELECT n.nspname AS schema, c.relname AS name
          FROM pg_partitioned_table p
          JOIN pg_class c ON c.oid = p.partrelid
          JOIN pg_namespace n ON n.oid = c.relnamespace
          JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = p.partattrs[0]
         WHERE n.nspname IN ('ledger', 'transactions') AND p.partstrat = 'r' AND p.partnatts = 1 AND k.atttypid = 'uuid'::regtype
         ORDER BY 1, 2
    LOOP
        child := format('%I.%I', parent.schema, parent.name || suffix);
        CONTINUE WHEN to_regclass(child) IS NOT NULL;
        -- Made apart and then attached: that waits for nobody who reads or books.
        EXECUTE format('CREATE TABLE %s (LIKE %I.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', child, parent.schema, parent.name);
        EXECUTE format('REVOKE ALL ON %s FROM ${app}', child);
        IF parent.schema = 'ledger' THEN
            EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()', child);
        END IF;
        IF parent.schema = 'ledger' AND parent.name = 'posting' THEN
            EXECUTE format('CREATE TRIGGER balanced AFTER INSERT ON %s REFERENCING NEW TABLE AS posted'
                || ' FOR EACH STATEMENT EXECUTE FUNCTION ledger.require_balance()', child);
        END IF;
        EXECUTE format('ALTER TABLE %I.%I ATTACH PARTITION %s FOR VALUES FROM (%L) TO (%L)',
            parent.schema, parent.name, child,
            ledger.uuid_floor(month), ledger.uuid_floor(date_trunc('month', month + interval '32 days', 'UTC')));
        made := made + 1;
    END LOOP;
    RETURN made;
END $$;
REVOKE EXECUTE ON FUNCTION ledger.make_partitions(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.make_partitions(timestamptz) TO ${app};

SELECT ledger.make_partitions(now() + n * interval '1 month') FROM generate_series(0, 2) n;
