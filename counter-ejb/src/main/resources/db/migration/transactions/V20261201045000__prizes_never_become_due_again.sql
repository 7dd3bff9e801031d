-- What was drawn never changes, and what became of the prize only goes forward: none begins anew, or it would be given twice.
CREATE OR REPLACE FUNCTION transactions.keep_the_draw() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (to_jsonb(NEW) - '{state,voucher_id,why,done_at,done_by,done_name,done_store,not_before}'::text[])
            IS DISTINCT FROM (to_jsonb(OLD) - '{state,voucher_id,why,done_at,done_by,done_name,done_store,not_before}'::text[])
       OR OLD.state IN ('BLANK', 'HANDED_OVER', 'TAKEN_BACK')
       OR (NEW.state <> OLD.state AND NEW.state IN ('BLANK', 'TO_HAND_OVER', 'DUE')) THEN
        RAISE EXCEPTION 'A draw stays what it is.';
    END IF;
    RETURN NEW;
END $$;
