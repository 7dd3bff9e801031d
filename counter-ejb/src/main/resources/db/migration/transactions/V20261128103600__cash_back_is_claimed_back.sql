-- Cash-back that was paid out already when its goods came back: what was taken from the member's wallet, and what they owe.
ALTER TABLE transactions.refund
    ADD COLUMN cash_back_taken bigint NOT NULL DEFAULT 0,
    ADD COLUMN cash_back_owed  bigint NOT NULL DEFAULT 0;
