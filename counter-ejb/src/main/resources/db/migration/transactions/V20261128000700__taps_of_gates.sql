-- How many customers a payment stands for: one, or as many as were let through a gate and are gathered in it.
ALTER TABLE transactions.payment ADD COLUMN pieces int NOT NULL DEFAULT 1 CHECK (pieces > 0);

-- The register of taps. The id is made by the gate, a UUID of version 7, so the same tap always lies in the same partition
-- and its key keeps it from counting twice, for ever. Gate, store and day stand in the payment; the one lock on a member's
-- money is their wallet's row, so nothing here changes once it is written.
CREATE TABLE transactions.tap (
    id          uuid        NOT NULL,
    merchant_id uuid        NOT NULL,
    payment_id  uuid        NOT NULL,        -- that gathers it; of a refused one, see transactions.tap_refusal
    member_id   uuid        NOT NULL,
    account_id  bigint      NOT NULL,
    amount      bigint      NOT NULL CHECK (amount > 0),
    at          timestamptz NOT NULL,
    offline     boolean     NOT NULL,
    content     bigint      NOT NULL,        -- the head of a SHA-256 over what the gate sent
    PRIMARY KEY (id)
) PARTITION BY RANGE (id);

-- Taps that the ledger refused. They stay refused.
CREATE TABLE transactions.tap_refusal (
    tap_id     uuid NOT NULL,
    payment_id uuid NOT NULL,                -- the refused payment that counts it
    code       text NOT NULL,
    arguments  text NOT NULL,                -- of the refusal's text, one a line
    PRIMARY KEY (tap_id)
) PARTITION BY RANGE (tap_id);

-- Whom gates turn away, one row per tap that the wallet could not pay. Small: a row goes when the wallet is topped up.
CREATE TABLE transactions.tap_denial (
    tap_id      uuid        PRIMARY KEY,
    merchant_id uuid        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('card', 'device')),
    token       text        NOT NULL,
    member_id   uuid        NOT NULL,
    account_id  bigint      NOT NULL,
    owed        bigint      NOT NULL,
    since       timestamptz NOT NULL
);
CREATE INDEX tap_denial_token ON transactions.tap_denial (merchant_id, token);
CREATE INDEX tap_denial_member ON transactions.tap_denial (member_id);

REVOKE UPDATE, DELETE, TRUNCATE ON transactions.tap, transactions.tap_refusal FROM ${app};
REVOKE UPDATE, TRUNCATE ON transactions.tap_denial FROM ${app};

-- A gate may have been without a network since last month.
SELECT ledger.make_partitions(now() + n * interval '1 month') FROM generate_series(-2, 2) n;
