CREATE SCHEMA loyalty;
GRANT USAGE ON SCHEMA loyalty TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA loyalty GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA loyalty GRANT USAGE ON SEQUENCES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA loyalty GRANT EXECUTE ON FUNCTIONS TO ${app};

-- A points programme. Its points are the unit 'PTS:<id>' on the ledger.
CREATE TABLE loyalty.programme (
    id          uuid PRIMARY KEY,
    merchant_id uuid NOT NULL,
    code        text NOT NULL,
    name_en     text NOT NULL,
    name_zh     text NOT NULL,
    active      boolean NOT NULL DEFAULT true,
    made_at     timestamptz NOT NULL,
    UNIQUE (merchant_id, code)
);

-- The rules of a programme, version by version: a version is never changed. What was earned keeps the version it was
-- earned under.
CREATE TABLE loyalty.programme_terms (
    programme_id      uuid NOT NULL REFERENCES loyalty.programme,
    version           int  NOT NULL,
    author            text NOT NULL,
    set_at            timestamptz NOT NULL,
    basis             text NOT NULL CHECK (basis IN ('AMOUNT', 'VISIT', 'ITEM')),
    points            bigint NOT NULL CHECK (points >= 0),
    per_minor         bigint NOT NULL CHECK (per_minor > 0),
    multipliers       text[] NOT NULL,           -- kind, name, percent, kind, name, percent …
    pending_days      int NOT NULL CHECK (pending_days >= 0),
    expiry            text NOT NULL CHECK (expiry IN ('NEVER', 'AFTER_DAYS', 'END_OF_YEAR')),
    expiry_days       int NOT NULL CHECK (expiry_days >= 0),
    return_days       int NOT NULL CHECK (return_days >= 0),
    exchange_points   bigint NOT NULL CHECK (exchange_points > 0),
    exchange_minor    bigint NOT NULL CHECK (exchange_minor >= 0),  -- 0: no exchange to money off
    exchange_least    bigint NOT NULL CHECK (exchange_least >= 0),
    exchange_percent  int NOT NULL CHECK (exchange_percent BETWEEN 0 AND 100),
    exchange_cap      bigint,
    exchange_from     date,
    exchange_until    date,
    PRIMARY KEY (programme_id, version)
);

-- A member in a programme, with the three accounts on the ledger. This row is the lock under which lots are changed.
-- owing: points were taken back that had been spent; the debt account says how many.
CREATE TABLE loyalty.standing (
    programme_id    uuid NOT NULL REFERENCES loyalty.programme,
    member_id       uuid NOT NULL,
    merchant_id     uuid NOT NULL,
    pending_account bigint NOT NULL,
    points_account  bigint NOT NULL,
    debt_account    bigint NOT NULL,
    owing           boolean NOT NULL DEFAULT false,
    PRIMARY KEY (programme_id, member_id)
);
CREATE INDEX standing_member ON loyalty.standing (member_id);
CREATE INDEX standing_owing ON loyalty.standing (programme_id) WHERE owing;

-- What was earned at once. earned = left + what spends took of it. A pending lot's rest stands on the member's pending
-- account, a matured one's on the points account. owed: taken back, but spent by then; it stands on the debt account.
-- clawed: what refunds have taken back so far, from left or as debt.
CREATE TABLE loyalty.lot (
    id           uuid PRIMARY KEY,
    programme_id uuid NOT NULL,
    member_id    uuid NOT NULL,
    journal_id   uuid NOT NULL,
    source       text NOT NULL CHECK (source IN ('PURCHASE', 'ADJUSTMENT', 'RETURN')),
    earned       bigint NOT NULL CHECK (earned > 0),
    left_over    bigint NOT NULL CHECK (left_over BETWEEN 0 AND earned),
    owed         bigint NOT NULL DEFAULT 0 CHECK (owed >= 0),
    clawed       bigint NOT NULL DEFAULT 0 CHECK (clawed BETWEEN 0 AND earned),
    pending      boolean NOT NULL,
    matures_at   timestamptz NOT NULL,
    expires_at   timestamptz,
    reference    text,                           -- the sale or the payment it is from
    trace        text NOT NULL DEFAULT '',       -- line:base:points, … ; what a refund is the inverse of
    version      int NOT NULL DEFAULT 0,
    made_at      timestamptz NOT NULL
) WITH (fillfactor = 80);
CREATE INDEX lot_of_member ON loyalty.lot (member_id, programme_id, id);
CREATE INDEX lot_of_journal ON loyalty.lot (journal_id);
CREATE INDEX lot_maturing ON loyalty.lot (matures_at) WHERE pending;
CREATE INDEX lot_expiring ON loyalty.lot (expires_at) WHERE left_over > 0;

-- What was used at once. Until it is folded, the lots it takes from are not yet settled: that happens under the member's
-- lock, soon afterwards, in the order of the ids. EXCHANGE and GIFT are uses; the others put lots right.
CREATE TABLE loyalty.spend (
    id           uuid PRIMARY KEY,
    programme_id uuid NOT NULL,
    member_id    uuid NOT NULL,
    journal_id   uuid NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('EXCHANGE', 'GIFT', 'ADJUSTMENT', 'EXPIRY', 'CLAWBACK', 'SETTLEMENT')),
    points       bigint NOT NULL CHECK (points > 0),
    returned     bigint NOT NULL DEFAULT 0 CHECK (returned BETWEEN 0 AND points),
    minor        bigint NOT NULL DEFAULT 0,      -- the money off it bought, in the merchant's currency
    minor_back   bigint NOT NULL DEFAULT 0,      -- and how much of it was given back
    reference    text,
    made_at      timestamptz NOT NULL,
    folded       boolean NOT NULL DEFAULT false
);
CREATE INDEX spend_of_member ON loyalty.spend (member_id, programme_id, id);
CREATE INDEX spend_of_journal ON loyalty.spend (journal_id);
CREATE INDEX spend_to_fold ON loyalty.spend (id) WHERE NOT folded;

-- Which lots a spend took from, and what came back to them.
CREATE TABLE loyalty.taking (
    spend_id uuid   NOT NULL REFERENCES loyalty.spend,
    lot_id   uuid   NOT NULL REFERENCES loyalty.lot,
    points   bigint NOT NULL CHECK (points > 0),
    restored bigint NOT NULL DEFAULT 0,          -- to the same lot
    renewed  bigint NOT NULL DEFAULT 0,          -- into a new lot, because this one had expired
    PRIMARY KEY (spend_id, lot_id),
    CHECK (restored >= 0 AND renewed >= 0 AND restored + renewed <= points)
);
CREATE INDEX taking_lot ON loyalty.taking (lot_id);

-- A wish to give or take points, or to extend lots, which a second person decides.
CREATE TABLE loyalty.adjustment (
    id           uuid PRIMARY KEY,
    merchant_id  uuid NOT NULL,
    programme_id uuid NOT NULL REFERENCES loyalty.programme,
    member_id    uuid NOT NULL,
    points       bigint NOT NULL,                -- below zero: to take; zero: extend only
    extend_to    date,
    reason       text NOT NULL,
    asked_by     text NOT NULL,
    asked_name   text NOT NULL,
    asked_at     timestamptz NOT NULL,
    state        text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'APPROVED', 'DECLINED')),
    decided_by   text,
    decided_name text,
    decided_at   timestamptz,
    journal_id   uuid,
    CHECK (decided_by IS NULL OR decided_by <> asked_by),
    CHECK ((state = 'OPEN') = (decided_by IS NULL))
);
CREATE INDEX adjustment_open ON loyalty.adjustment (merchant_id, id) WHERE state = 'OPEN';
CREATE INDEX adjustment_member ON loyalty.adjustment (member_id, id);

-- Gifts for points. The stock is a balance on the ledger: unit 'GIFT:<id>'.
CREATE TABLE loyalty.gift (
    id             uuid PRIMARY KEY,
    merchant_id    uuid NOT NULL,
    programme_id   uuid NOT NULL REFERENCES loyalty.programme,
    code           text NOT NULL,
    name_en        text NOT NULL,
    name_zh        text NOT NULL,
    points         bigint NOT NULL CHECK (points > 0),
    active         boolean NOT NULL DEFAULT true,
    stock_account  bigint NOT NULL,
    source_account bigint NOT NULL,
    UNIQUE (merchant_id, code)
);
CREATE TABLE loyalty.gift_given (
    id         uuid PRIMARY KEY,
    gift_id    uuid NOT NULL REFERENCES loyalty.gift,
    member_id  uuid NOT NULL,
    quantity   int  NOT NULL CHECK (quantity > 0),
    spend_id   uuid NOT NULL REFERENCES loyalty.spend,
    actor      text NOT NULL,
    made_at    timestamptz NOT NULL,
    cancelled_at timestamptz
);
CREATE INDEX gift_given_member ON loyalty.gift_given (member_id, id);
