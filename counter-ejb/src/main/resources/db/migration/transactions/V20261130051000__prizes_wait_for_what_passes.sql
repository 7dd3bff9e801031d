-- A prize that is refused for a reason that passes waits for a while, and stands before no other until then.
ALTER TABLE transactions.draw ADD COLUMN not_before timestamptz;

-- What was drawn never changes; what became of the prize only goes forward.
CREATE OR REPLACE FUNCTION transactions.keep_the_draw() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (to_jsonb(NEW) - '{state,voucher_id,why,done_at,done_by,done_name,done_store,not_before}'::text[])
            IS DISTINCT FROM (to_jsonb(OLD) - '{state,voucher_id,why,done_at,done_by,done_name,done_store,not_before}'::text[])
       OR OLD.state IN ('BLANK', 'HANDED_OVER', 'TAKEN_BACK') THEN
        RAISE EXCEPTION 'A draw stays what it is.';
    END IF;
    RETURN NEW;
END $$;
