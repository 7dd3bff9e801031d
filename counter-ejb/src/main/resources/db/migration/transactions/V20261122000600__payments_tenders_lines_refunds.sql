CREATE SCHEMA transactions;
GRANT USAGE ON SCHEMA transactions TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA transactions GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA transactions GRANT USAGE ON SEQUENCES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA transactions GRANT EXECUTE ON FUNCTIONS TO ${app};

-- Ids are UUIDs of version 7: their order is the order of recording, and the tables are cut by month along them.
-- transactions.make_partitions(moment) makes the partitions of a month.

-- One payment. A SUCCEEDED one stands for a journal of the ledger; a REFUSED one for an attempt that moved nothing.
CREATE TABLE transactions.payment (
    id            uuid        NOT NULL,
    merchant_id   uuid        NOT NULL,
    store_id      uuid        NOT NULL,
    till_id       uuid,
    sale_number   text        NOT NULL,
    state         text        NOT NULL,      -- SUCCEEDED, REFUSED, CANCELLED
    refusal       text,                      -- stable code of the refusal
    amount        bigint      NOT NULL CHECK (amount > 0),
    currency      char(3)     NOT NULL,
    refunded      bigint      NOT NULL DEFAULT 0 CHECK (refunded BETWEEN 0 AND amount),
    tender_kind   text        NOT NULL,      -- the only tender's kind, or MIXED
    member_id     uuid,
    member_name   text,                      -- masked
    cashier_id    text        NOT NULL,      -- Actor.id
    cashier       text        NOT NULL,      -- Actor.name
    occurred_at   timestamptz NOT NULL,
    business_day  date        NOT NULL,
    journal_id    uuid,
    receipt_key   uuid,                      -- random half of the receipt's token
    took_millis   int         NOT NULL DEFAULT 0,
    PRIMARY KEY (id)
) PARTITION BY RANGE (id);
CREATE INDEX payment_day ON transactions.payment (merchant_id, business_day, id);
CREATE INDEX payment_sale ON transactions.payment (merchant_id, sale_number);
CREATE INDEX payment_member ON transactions.payment (member_id, id) WHERE member_id IS NOT NULL;

CREATE TABLE transactions.tender (
    payment_id uuid   NOT NULL,
    line       int    NOT NULL,
    kind       text   NOT NULL,              -- WALLET, CASH, HISTORICAL
    amount     bigint NOT NULL CHECK (amount > 0),
    received   bigint,
    account_id bigint,                       -- the wallet, for WALLET
    refunded   bigint NOT NULL DEFAULT 0 CHECK (refunded BETWEEN 0 AND amount),
    PRIMARY KEY (payment_id, line)
) PARTITION BY RANGE (payment_id);

-- What was sold with a payment, at the price it was sold.
CREATE TABLE transactions.sale_line (
    payment_id  uuid   NOT NULL,
    line        int    NOT NULL,
    product_id  uuid,
    sku         text   NOT NULL,
    text        text   NOT NULL,
    category    text   NOT NULL,
    quantity    int    NOT NULL,
    unit_amount bigint NOT NULL,
    amount      bigint NOT NULL,
    PRIMARY KEY (payment_id, line)
) PARTITION BY RANGE (payment_id);

-- Money given back. payment_id is null for a return whose sale is not in the books (imports).
CREATE TABLE transactions.refund (
    id           uuid        NOT NULL,
    merchant_id  uuid        NOT NULL,
    store_id     uuid        NOT NULL,
    till_id      uuid,
    payment_id   uuid,
    number       text,                       -- the merchant's own number of the refund, if it has one
    amount       bigint      NOT NULL CHECK (amount > 0),
    currency     char(3)     NOT NULL,
    tender_kind  text        NOT NULL,       -- where it went: WALLET, CASH, HISTORICAL or MIXED
    reason       text        NOT NULL,
    note         text        NOT NULL DEFAULT '',
    member_id    uuid,
    cashier_id   text        NOT NULL,
    cashier      text        NOT NULL,
    occurred_at  timestamptz NOT NULL,
    business_day date        NOT NULL,
    journal_id   uuid        NOT NULL,
    PRIMARY KEY (id)
) PARTITION BY RANGE (id);
CREATE INDEX refund_day ON transactions.refund (merchant_id, business_day, id);
CREATE INDEX refund_payment ON transactions.refund (payment_id) WHERE payment_id IS NOT NULL;

CREATE TABLE transactions.refund_tender (
    refund_id  uuid   NOT NULL,
    line       int    NOT NULL,
    kind       text   NOT NULL,
    amount     bigint NOT NULL CHECK (amount > 0),
    account_id bigint,
    PRIMARY KEY (refund_id, line)
) PARTITION BY RANGE (refund_id);

-- What came back with a refund, where the lines are known.
CREATE TABLE transactions.refund_line (
    refund_id   uuid   NOT NULL,
    line        int    NOT NULL,
    sku         text   NOT NULL,
    text        text   NOT NULL,
    category    text   NOT NULL,
    quantity    int    NOT NULL,             -- how many came back, above zero
    unit_amount bigint NOT NULL,
    amount      bigint NOT NULL,
    PRIMARY KEY (refund_id, line)
) PARTITION BY RANGE (refund_id);
