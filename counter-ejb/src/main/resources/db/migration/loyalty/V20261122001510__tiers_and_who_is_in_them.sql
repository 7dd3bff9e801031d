-- How members rise and fall, one scheme per merchant. The window is the last so many days; zero means for ever.
CREATE TABLE loyalty.tier_scheme (
    merchant_id uuid PRIMARY KEY,
    measure     text NOT NULL CHECK (measure IN ('SPEND', 'VISITS', 'POINTS')),
    window_days int  NOT NULL CHECK (window_days >= 0),
    keep_days   int  NOT NULL CHECK (keep_days >= 0),   -- a tier once reached is kept so long at least
    grace_days  int  NOT NULL CHECK (grace_days >= 0),  -- and so long after it was found to be lost
    downgrade   text NOT NULL CHECK (downgrade IN ('ONE_DOWN', 'BY_BALANCE')),
    version     int  NOT NULL,
    author      text NOT NULL,
    set_at      timestamptz NOT NULL
);

CREATE TABLE loyalty.tier (
    id             uuid PRIMARY KEY,
    merchant_id    uuid NOT NULL REFERENCES loyalty.tier_scheme,
    rank           int  NOT NULL CHECK (rank > 0),      -- 1 is the lowest; below it is no tier
    code           text NOT NULL,
    name_en        text NOT NULL,
    name_zh        text NOT NULL,
    threshold      bigint NOT NULL CHECK (threshold >= 0),
    benefits_en    text NOT NULL DEFAULT '',
    benefits_zh    text NOT NULL DEFAULT '',
    points_percent int  NOT NULL DEFAULT 100,
    price_list     text,
    UNIQUE (merchant_id, code),
    UNIQUE (merchant_id, rank) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE loyalty.member_tier (
    member_id   uuid PRIMARY KEY,
    merchant_id uuid NOT NULL,
    tier_id     uuid REFERENCES loyalty.tier,           -- null: in none any more
    since       timestamptz NOT NULL,
    kept_until  timestamptz NOT NULL,
    lost_at     timestamptz,                            -- found to be below it since, and in grace
    measured    bigint NOT NULL,
    measured_at timestamptz NOT NULL
);
CREATE INDEX member_tier_of_tier ON loyalty.member_tier (merchant_id, tier_id);

-- Every rise and fall, for the record.
CREATE TABLE loyalty.tier_change (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    merchant_id uuid NOT NULL,
    member_id   uuid NOT NULL,
    from_code   text,
    to_code     text,
    why         text NOT NULL,                          -- ENTRY, RISE, FALL, RULES
    measured    bigint NOT NULL,
    at          timestamptz NOT NULL
);
CREATE INDEX tier_change_member ON loyalty.tier_change (member_id, id);
