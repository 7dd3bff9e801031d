-- Fares on their way to points: noted with the tap, in the same transaction, and gone within seconds. Only where the house
-- gives points for fares.
CREATE TABLE transactions.fare (
    tap_id       uuid        PRIMARY KEY,
    merchant_id  uuid        NOT NULL,
    store_id     uuid        NOT NULL,
    member_id    uuid        NOT NULL,
    account_id   bigint      NOT NULL,        -- the wallet that paid
    amount       bigint      NOT NULL CHECK (amount > 0),
    currency     text        NOT NULL,
    business_day date        NOT NULL,
    at           timestamptz NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000, vacuum_truncate = off);

-- What a member rode on a business day: a purchase that grows until the day is over. Then it is closed, earns its points as
-- one, and goes. What arrives later, from a gate that was offline, is another purchase of that day.
CREATE TABLE transactions.fare_day (
    id           uuid        PRIMARY KEY,
    merchant_id  uuid        NOT NULL,
    member_id    uuid        NOT NULL,
    business_day date        NOT NULL,
    currency     text        NOT NULL,
    taps         int         NOT NULL CHECK (taps > 0),
    amount       bigint      NOT NULL CHECK (amount > 0),
    by_points    bigint      NOT NULL DEFAULT 0, -- of the amount; earns nothing
    latest       timestamptz NOT NULL,
    closed       boolean     NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX fare_day_open ON transactions.fare_day (merchant_id, business_day, member_id, currency) WHERE NOT closed;
CREATE INDEX fare_day_closed ON transactions.fare_day (id) WHERE closed;

-- Who wants points to pay for trips.
CREATE TABLE transactions.trip_wish (
    id          uuid        NOT NULL UNIQUE,  -- a wish for one trip is fulfilled once under it
    merchant_id uuid        NOT NULL,
    member_id   uuid        NOT NULL,
    every       boolean     NOT NULL,         -- else the next trip only
    since       timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, member_id)
);

-- Trips whose member wanted that, not yet looked at.
CREATE TABLE transactions.trip_due (
    tap_id       uuid        PRIMARY KEY,
    merchant_id  uuid        NOT NULL,
    store_id     uuid        NOT NULL,
    member_id    uuid        NOT NULL,
    account_id   bigint      NOT NULL,
    amount       bigint      NOT NULL,
    currency     text        NOT NULL,
    business_day date        NOT NULL,
    at           timestamptz NOT NULL
);
CREATE INDEX trip_due_at ON transactions.trip_due (at, tap_id);
CREATE INDEX trip_due_member ON transactions.trip_due (merchant_id, member_id);

-- Trips that points paid a part of; written with the journal that did it.
CREATE TABLE transactions.trip_discount (
    tap_id       uuid        PRIMARY KEY,
    merchant_id  uuid        NOT NULL,
    member_id    uuid        NOT NULL,
    programme_id uuid        NOT NULL,
    journal_id   uuid        NOT NULL,
    fare         bigint      NOT NULL,
    currency     text        NOT NULL,
    points       bigint      NOT NULL CHECK (points > 0),
    minor        bigint      NOT NULL CHECK (minor > 0 AND minor <= fare),
    at           timestamptz NOT NULL
);
CREATE INDEX trip_discount_member ON transactions.trip_discount (merchant_id, member_id, at);

REVOKE TRUNCATE ON transactions.fare, transactions.trip_due, transactions.fare_day FROM ${app};
REVOKE UPDATE, DELETE, TRUNCATE ON transactions.trip_discount FROM ${app};
