-- What members want to spend in a month at the most. It is their own aim: nothing that pays looks at it.
CREATE TABLE transactions.spending_limit (
    member_id   uuid        PRIMARY KEY,
    merchant_id uuid        NOT NULL,
    amount      bigint      NOT NULL CHECK (amount > 0),
    currency    char(3)     NOT NULL,
    set_at      timestamptz NOT NULL DEFAULT now()
);
