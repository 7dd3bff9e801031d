-- What is taken back from an account was never its holder's to spend: such a journal is asked about no cap and counts for
-- no day. Those that are there have been counted, and stay so.
ALTER TABLE ledger.journal ADD COLUMN recovers boolean NOT NULL DEFAULT false;
