-- What a node keeps in memory it forgets when it has changed. How often each subject has changed stands here; every node
-- looks once a second. A subject's row is written when its transaction commits, after every other lock has been taken, so
-- that two who change much wait for each other but never in a circle; and once per transaction, however much it changes.
CREATE TABLE kernel.change (
    subject text   PRIMARY KEY,
    times   bigint NOT NULL,
    by      xid8   NOT NULL
) WITH (fillfactor = 50);

-- For a deferred constraint trigger on what is kept in memory; its argument is the subject.
CREATE FUNCTION kernel.note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO kernel.change AS c (subject, times, by) VALUES (TG_ARGV[0], 1, pg_current_xact_id())
        ON CONFLICT (subject) DO UPDATE SET times = c.times + 1, by = pg_current_xact_id()
        WHERE c.by <> pg_current_xact_id();
    RETURN NULL;
END $$;
