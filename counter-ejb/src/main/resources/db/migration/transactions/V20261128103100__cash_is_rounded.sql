-- What was paid in cash more than the price because the smallest coins are gone (below zero for less), and what of it went
-- back. Amounts stay those of the sale.
ALTER TABLE transactions.tender
    ADD COLUMN rounding      bigint NOT NULL DEFAULT 0,
    ADD COLUMN rounding_back bigint NOT NULL DEFAULT 0;
ALTER TABLE transactions.refund_tender ADD COLUMN rounding bigint NOT NULL DEFAULT 0;
