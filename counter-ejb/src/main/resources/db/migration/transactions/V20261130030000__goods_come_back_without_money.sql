-- Free goods, and goods whose money went back before, come back without moving anything in the books: no journal.
ALTER TABLE transactions.refund ALTER COLUMN journal_id DROP NOT NULL;
