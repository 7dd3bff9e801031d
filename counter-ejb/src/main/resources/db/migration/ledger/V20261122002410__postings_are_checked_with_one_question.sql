-- The same check as before, with one question instead of two: it runs with every batch of payments. Of each journal and
-- unit: the postings sum to zero, every account exists, and the journal is there.
CREATE OR REPLACE FUNCTION ledger.require_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    culprit    uuid;
    unbalanced boolean;
BEGIN
    SELECT p.journal_id, sum(p.amount) <> 0 OR a.unit IS NULL INTO culprit, unbalanced
      FROM posted p
      LEFT JOIN ledger.account a ON a.id = p.account_id
      LEFT JOIN ledger.journal j ON j.id = p.journal_id
     GROUP BY p.journal_id, a.unit
    HAVING sum(p.amount) <> 0 OR a.unit IS NULL OR count(j.id) = 0
     ORDER BY 2 DESC
     LIMIT 1;
    IF FOUND AND unbalanced THEN
        RAISE EXCEPTION 'the postings of journal % do not balance', culprit USING ERRCODE = '23514', CONSTRAINT = 'posting_balance';
    ELSIF FOUND THEN
        RAISE EXCEPTION 'there is no journal % to post to', culprit USING ERRCODE = '23503', CONSTRAINT = 'posting_journal';
    END IF;
    RETURN NULL;
END $$;
