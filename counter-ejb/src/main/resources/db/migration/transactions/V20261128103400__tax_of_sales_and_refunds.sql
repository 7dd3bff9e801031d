-- The tax in what was paid for a line, and by which of the merchant's rates.
ALTER TABLE transactions.sale_line
    ADD COLUMN tax_code text   NOT NULL DEFAULT '',
    ADD COLUMN tax      bigint NOT NULL DEFAULT 0;

-- The tax of a sale by rate, as its receipt says; base and tax together are what was paid for the goods of that rate.
CREATE TABLE transactions.sale_tax (
    payment_id   uuid   NOT NULL,
    code         text   NOT NULL,
    name_en      text   NOT NULL,
    name_zh      text   NOT NULL,
    basis_points int    NOT NULL,
    base         bigint NOT NULL,
    tax          bigint NOT NULL,
    PRIMARY KEY (payment_id, code)
) PARTITION BY RANGE (payment_id);

-- What of it went back with a refund.
CREATE TABLE transactions.refund_tax (
    refund_id    uuid   NOT NULL,
    code         text   NOT NULL,
    name_en      text   NOT NULL,
    name_zh      text   NOT NULL,
    basis_points int    NOT NULL,
    base         bigint NOT NULL,
    tax          bigint NOT NULL,
    PRIMARY KEY (refund_id, code)
) PARTITION BY RANGE (refund_id);

SELECT ledger.make_partitions(now() + n * interval '1 month') FROM generate_series(-1, 2) n;
REVOKE UPDATE, DELETE, TRUNCATE ON transactions.sale_tax, transactions.refund_tax FROM ${app};
