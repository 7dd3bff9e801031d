-- What tax is on goods. A rate holds from its day until another row of the same code and place begins; a store's own row stands
-- in for the merchant's. Rows that have begun do not change: sales were made with them.
CREATE TABLE merchants.tax_rate (
    id           uuid    PRIMARY KEY,
    merchant_id  uuid    NOT NULL REFERENCES merchants.merchant,
    store_id     uuid    REFERENCES merchants.store,  -- null: all stores
    code         text    NOT NULL,
    name_en      text    NOT NULL,
    name_zh      text    NOT NULL,
    basis_points int     NOT NULL CHECK (basis_points BETWEEN 0 AND 10000),
    standard     boolean NOT NULL DEFAULT false,      -- also for goods without a code and for open lines
    valid_from   date    NOT NULL
);
CREATE UNIQUE INDEX tax_rate_begins ON merchants.tax_rate
    (merchant_id, coalesce(store_id, '00000000-0000-0000-0000-000000000000'), code, valid_from);
REVOKE UPDATE, TRUNCATE ON merchants.tax_rate FROM ${app};
