-- An account. With a floor it is constrained: its balance and what is held of it are kept in the row and changed with
-- every journal. Without one it is free: balance is what has been rolled up so far, the rest stands in ledger.tail.
-- No index covers a column that changes, and pages keep room, so that updates stay within their page (HOT).
CREATE TABLE ledger.account (
    id          bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    merchant_id uuid    NOT NULL,
    kind        text    NOT NULL,
    unit        text    NOT NULL,
    owner       text    NOT NULL,
    floor       bigint,
    balance     bigint  NOT NULL DEFAULT 0,
    held        bigint  NOT NULL DEFAULT 0,
    cap_single  bigint  CHECK (cap_single >= 0),
    cap_daily   bigint  CHECK (cap_daily >= 0),
    out_day     date    NOT NULL DEFAULT '0001-01-01', -- the newest day on which anything left,
    out_today   bigint  NOT NULL DEFAULT 0,           -- and how much left on it
    frozen      boolean NOT NULL DEFAULT false,
    opened_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT account_terms UNIQUE (merchant_id, kind, unit, owner),
    CONSTRAINT account_held CHECK (held >= 0),
    CONSTRAINT account_floor CHECK (balance - held >= floor)
) WITH (fillfactor = 70);

-- What has come to free accounts since the last roll-up: one row per batch and account. Inserted, folded into
-- account.balance and deleted, never updated, so that nobody waits for anybody.
CREATE TABLE ledger.tail (
    id         bigint GENERATED ALWAYS AS IDENTITY,
    account_id bigint NOT NULL,
    amount     bigint NOT NULL
);
CREATE INDEX tail_account ON ledger.tail (account_id);

-- One thing that happened. The id is a UUID of version 7: its order is the order of recording, and months are cut along it.
CREATE TABLE ledger.journal (
    id           uuid        NOT NULL,
    kind         text        NOT NULL,
    merchant_id  uuid        NOT NULL,
    store_id     uuid,
    till_id      uuid,
    actor        text        NOT NULL,
    member_id    uuid,
    occurred_at  timestamptz NOT NULL,
    business_day date        NOT NULL,
    claims       text[]      NOT NULL,       -- scope, name, scope, name …
    confirms     uuid[]      NOT NULL,       -- holds
    reverses     uuid,
    document     json        NOT NULL,       -- json, not jsonb: the hash is over the text as it came
    hash         bytea       NOT NULL CHECK (length(hash) = 32), -- SHA-256 over the canonical bytes, postings included
    PRIMARY KEY (id)
) PARTITION BY RANGE (id);
CREATE INDEX journal_reverses ON ledger.journal (reverses) WHERE reverses IS NOT NULL;

CREATE TABLE ledger.posting (
    journal_id uuid     NOT NULL,
    line       smallint NOT NULL CHECK (line > 0),
    account_id bigint   NOT NULL,
    amount     bigint   NOT NULL CHECK (amount <> 0),
    PRIMARY KEY (journal_id, line)
) PARTITION BY RANGE (journal_id);
CREATE INDEX posting_account ON ledger.posting (account_id, journal_id, line);

-- A name that may be used once: the head of SHA-256 over scope, merchant and name, and the journal that took it.
-- A command's claim (scope "command") has no journal if the command was refused.
CREATE TABLE ledger.claim (
    id         uuid PRIMARY KEY,
    journal_id uuid
);

-- An amount set aside. It leaves OPEN once.
CREATE TABLE ledger.hold (
    id          uuid        PRIMARY KEY,
    account_id  bigint      NOT NULL REFERENCES ledger.account,
    amount      bigint      NOT NULL CHECK (amount > 0),
    confirmed   bigint      NOT NULL DEFAULT 0 CHECK (confirmed BETWEEN 0 AND amount),
    expires_at  timestamptz NOT NULL,
    reason      text        NOT NULL,
    state       text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'CONFIRMED', 'RELEASED', 'EXPIRED')),
    journal_id  uuid,                        -- that confirmed it
    placed_at   timestamptz NOT NULL,
    resolved_at timestamptz,
    CHECK ((state = 'OPEN') = (resolved_at IS NULL)),
    CHECK ((state = 'CONFIRMED') = (journal_id IS NOT NULL)),
    CHECK (confirmed = 0 OR state = 'CONFIRMED')
);
CREATE INDEX hold_open ON ledger.hold (expires_at) WHERE state = 'OPEN';
CREATE INDEX hold_account ON ledger.hold (account_id) WHERE state = 'OPEN';
