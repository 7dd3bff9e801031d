-- The claim of the command that a journal answers, so that the two can be held against each other.
ALTER TABLE ledger.journal ADD COLUMN command uuid;
