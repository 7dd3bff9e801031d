-- What has been written and is not yet rolled up: one row per statement, so one or two per batch of payments. It commits
-- with the rows that it names, and whoever rolls up takes it away in the transaction that adds them: nothing is lost and
-- nothing is counted twice, however late a transaction commits and in whatever order. Inserted and deleted, never updated;
-- without an index, because it is empty nearly always. It is vacuumed often and never cut, so that nobody waits for it.
CREATE TABLE reporting.arrival (
    source text   NOT NULL CHECK (source IN ('payment', 'refund', 'journal')),
    ids    uuid[] NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_analyze_threshold = 100000,
        vacuum_truncate = off);
ALTER TABLE reporting.arrival ALTER COLUMN ids SET STORAGE EXTERNAL; -- ids are random: packing them is lost time

CREATE FUNCTION reporting.note_arrival() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO reporting.arrival (source, ids) SELECT TG_ARGV[0], array_agg(id) FROM arrived HAVING count(*) > 0;
    RETURN NULL;
END $$;

CREATE TRIGGER noted_for_roll_ups AFTER INSERT ON transactions.payment REFERENCING NEW TABLE AS arrived
    FOR EACH STATEMENT EXECUTE FUNCTION reporting.note_arrival('payment');
CREATE TRIGGER noted_for_roll_ups AFTER INSERT ON transactions.refund REFERENCING NEW TABLE AS arrived
    FOR EACH STATEMENT EXECUTE FUNCTION reporting.note_arrival('refund');
CREATE TRIGGER noted_for_roll_ups AFTER INSERT ON ledger.journal REFERENCING NEW TABLE AS arrived
    FOR EACH STATEMENT EXECUTE FUNCTION reporting.note_arrival('journal');
