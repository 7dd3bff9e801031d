-- What is booked stays as it is: the application has no right to change it, and a trigger stops the owner too.
REVOKE UPDATE, DELETE, TRUNCATE ON ledger.journal, ledger.posting, ledger.claim FROM ${app};
REVOKE DELETE, TRUNCATE ON ledger.account, ledger.hold FROM ${app};

CREATE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'ledger.% is append-only: book a reversing journal instead', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ledger.journal
    FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ledger.posting
    FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ledger.claim
    FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ledger.journal
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ledger.posting
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ledger.claim
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();

-- Postings sum to zero per journal and unit, and belong to a journal. A constraint trigger runs once per row; this one
-- runs once per statement over all new rows, so a batch of fifty journals pays for one check. The price is a rule: all
-- postings of a journal come with one statement. It holds for whoever inserts, into whichever partition.
CREATE FUNCTION ledger.require_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    culprit uuid;
BEGIN
    SELECT p.journal_id INTO culprit
      FROM posted p LEFT JOIN ledger.account a ON a.id = p.account_id
     GROUP BY p.journal_id, a.unit
    HAVING sum(p.amount) <> 0 OR a.unit IS NULL
     LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'the postings of journal % do not balance', culprit USING ERRCODE = '23514', CONSTRAINT = 'posting_balance';
    END IF;
    SELECT p.journal_id INTO culprit
      FROM posted p LEFT JOIN ledger.journal j ON j.id = p.journal_id
     WHERE j.id IS NULL
     LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'there is no journal % to post to', culprit USING ERRCODE = '23503', CONSTRAINT = 'posting_journal';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER balanced AFTER INSERT ON ledger.posting REFERENCING NEW TABLE AS posted
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.require_balance();

-- A hold's state leaves OPEN once and never comes back.
CREATE FUNCTION ledger.refuse_reopening() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'hold % is % and stays so', OLD.id, OLD.state USING ERRCODE = '23514', CONSTRAINT = 'hold_resolved_once';
END $$;
CREATE TRIGGER resolved_once BEFORE UPDATE ON ledger.hold
    FOR EACH ROW WHEN (OLD.state <> 'OPEN') EXECUTE FUNCTION ledger.refuse_reopening();
