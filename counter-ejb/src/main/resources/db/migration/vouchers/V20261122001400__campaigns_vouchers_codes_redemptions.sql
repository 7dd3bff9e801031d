CREATE SCHEMA vouchers;
GRANT USAGE ON SCHEMA vouchers TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA vouchers GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA vouchers GRANT USAGE ON SEQUENCES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA vouchers GRANT EXECUTE ON FUNCTIONS TO ${app};

-- A campaign: what its vouchers are worth, to whom and how they come, and its accounts on the ledger (unit VCH:<id>).
CREATE TABLE vouchers.campaign (
    id           uuid PRIMARY KEY,
    merchant_id  uuid NOT NULL,
    code         text NOT NULL,
    state        text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'LIVE', 'PAUSED', 'ENDED')),
    name_en      text NOT NULL,
    name_zh      text NOT NULL,
    note_en      text NOT NULL DEFAULT '',
    note_zh      text NOT NULL DEFAULT '',
    currency     char(3) NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('AMOUNT', 'PERCENT', 'GIFT', 'EXCHANGE')),
    terms        text NOT NULL,             -- what a voucher does and when, as promotions read it (JSON)
    way          text NOT NULL CHECK (way IN ('TAKE', 'GRANT', 'EVENT', 'CODE')),
    event        text CHECK (event IN ('WELCOME', 'BIRTHDAY', 'LAPSED', 'PURCHASE')),
    event_days   int,                       -- LAPSED: after so many days without a purchase
    event_amount bigint,                    -- PURCHASE: from so much on
    open_from    timestamptz NOT NULL,      -- vouchers are given out from here
    open_until   timestamptz NOT NULL,      -- to here
    valid_from   timestamptz,               -- fixed validity
    valid_until  timestamptz,
    valid_after  int,                       -- relative validity: days until it begins
    valid_days   int,                       -- and days that it lasts
    total        bigint CHECK (total >= 0),  -- null: as many as are asked for
    per_day      bigint CHECK (per_day > 0),
    per_person   int CHECK (per_person > 0),
    budget       bigint CHECK (budget > 0),
    giving       boolean NOT NULL DEFAULT false,
    back         text NOT NULL DEFAULT 'WHOLE' CHECK (back IN ('WHOLE', 'NEVER')), -- when a payment is called back
    remind_days  int NOT NULL DEFAULT 3,
    generic_hash uuid,                      -- keyed hash of the one code that all may use
    generic_tail text,                      -- its last characters, for people
    supply_account    bigint,               -- free: all that ever came from here
    pool_account      bigint,               -- floor 0: what is left to give out
    used_account      bigint,
    expired_account   bigint,
    withdrawn_account bigint,
    budget_account    bigint,               -- floor 0, unit BUD:<id>
    spent_account     bigint,
    made_by      text NOT NULL,
    made_at      timestamptz NOT NULL,
    live_at      timestamptz,
    version      int NOT NULL DEFAULT 0,
    UNIQUE (merchant_id, code),
    UNIQUE (generic_hash),
    CHECK ((valid_until IS NULL) <> (valid_days IS NULL)),
    CHECK ((valid_from IS NULL) = (valid_until IS NULL)),
    CHECK (per_day IS NULL OR total IS NOT NULL),
    CHECK ((way = 'EVENT') = (event IS NOT NULL)),
    CHECK (state = 'DRAFT' OR supply_account IS NOT NULL)
);
CREATE INDEX campaign_event ON vouchers.campaign (merchant_id, event) WHERE state = 'LIVE' AND event IS NOT NULL;

-- Who bears what part of it, and who honours it. The campaign's own merchant is always among them.
CREATE TABLE vouchers.party (
    campaign_id  uuid NOT NULL REFERENCES vouchers.campaign,
    merchant_id  uuid NOT NULL,
    honours      boolean NOT NULL,
    share        int NOT NULL CHECK (share BETWEEN 0 AND 10000), -- of ten thousand
    agreed_at    timestamptz,
    agreed_by    text,
    PRIMARY KEY (campaign_id, merchant_id)
);
CREATE INDEX party_merchant ON vouchers.party (merchant_id);

-- A number of unique codes made at once. They can be made again from the installation's key, and only from it.
CREATE TABLE vouchers.batch (
    id          uuid PRIMARY KEY,
    campaign_id uuid NOT NULL REFERENCES vouchers.campaign,
    label       text NOT NULL,
    size        int NOT NULL CHECK (size > 0),
    account_id  bigint NOT NULL,            -- floor 0: those not yet claimed by anybody
    made_by     text NOT NULL,
    made_at     timestamptz NOT NULL,
    expired_at  timestamptz
);
CREATE INDEX batch_campaign ON vouchers.batch (campaign_id);

-- A code's keyed hash: who has the database alone can neither use a code nor guess one.
CREATE TABLE vouchers.code (
    hash      uuid PRIMARY KEY,
    batch_id  uuid NOT NULL REFERENCES vouchers.batch,
    serial    int  NOT NULL
);

-- One voucher. Its account on the ledger holds 1 while it is in hand and 0 afterwards: that is the truth; the state here
-- follows it in the same transaction.
CREATE TABLE vouchers.voucher (
    id           uuid PRIMARY KEY,
    campaign_id  uuid NOT NULL REFERENCES vouchers.campaign,
    account_id   bigint NOT NULL UNIQUE,
    member_id    uuid,                      -- null: whoever has the code
    state        text NOT NULL DEFAULT 'IN_HAND' CHECK (state IN ('IN_HAND', 'USED', 'EXPIRED', 'WITHDRAWN', 'GIVEN')),
    generation   int NOT NULL DEFAULT 0,    -- counts how often it came back after a payment was called back
    came         text NOT NULL CHECK (came IN ('TAKEN', 'GRANTED', 'EVENT', 'CODE', 'GENERIC', 'GIFT')),
    came_from    uuid,                      -- the voucher that a friend gave away
    code_hash    uuid,                      -- the unique code it came from
    to_pool      boolean NOT NULL DEFAULT false, -- goes back to the pool instead of expiring
    issued_at    timestamptz NOT NULL,
    valid_from   timestamptz NOT NULL,
    valid_until  timestamptz NOT NULL,
    journal_id   uuid NOT NULL,             -- that brought it
    left_at      timestamptz,
    left_journal uuid,                      -- that took it away
    reminded_at  timestamptz,
    CHECK ((state = 'IN_HAND') = (left_journal IS NULL))
);
CREATE INDEX voucher_member ON vouchers.voucher (member_id, campaign_id) WHERE member_id IS NOT NULL;
CREATE INDEX voucher_due ON vouchers.voucher (valid_until) WHERE state = 'IN_HAND';
CREATE INDEX voucher_campaign ON vouchers.voucher (campaign_id, issued_at);
CREATE UNIQUE INDEX voucher_code ON vouchers.voucher (code_hash) WHERE code_hash IS NOT NULL;

-- A use of a voucher: written by the ledger's writer beside the payment's journal.
CREATE TABLE vouchers.redemption (
    voucher_id   uuid NOT NULL REFERENCES vouchers.voucher,
    generation   int NOT NULL,
    campaign_id  uuid NOT NULL,
    merchant_id  uuid NOT NULL,             -- who honoured it
    store_id     uuid,
    sale_number  text NOT NULL,
    member_id    uuid,
    saving       bigint NOT NULL CHECK (saving >= 0),
    currency     char(3) NOT NULL,
    used_at      timestamptz NOT NULL,
    business_day date NOT NULL,
    journal_id   uuid NOT NULL,
    back_journal uuid,                      -- that gave it back
    PRIMARY KEY (voucher_id, generation)
);
CREATE INDEX redemption_day ON vouchers.redemption (campaign_id, business_day);
CREATE INDEX redemption_journal ON vouchers.redemption (journal_id);

-- Who bears how much of a redemption: sums to its saving.
CREATE TABLE vouchers.funding (
    voucher_id   uuid NOT NULL,
    generation   int NOT NULL,
    funder_id    uuid NOT NULL,
    honourer_id  uuid NOT NULL,
    amount       bigint NOT NULL CHECK (amount > 0),
    currency     char(3) NOT NULL,
    business_day date NOT NULL,
    PRIMARY KEY (voucher_id, generation, funder_id)
);
CREATE INDEX funding_funder ON vouchers.funding (funder_id, business_day);
CREATE INDEX funding_honourer ON vouchers.funding (honourer_id, business_day);

-- A voucher is used in the transaction of its payment, once. What the ledger has decided cannot fail here; if it does, rows
-- and book disagree, and the payment must not go through.
CREATE FUNCTION vouchers.mark_used() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE vouchers.voucher SET state = 'USED', left_at = NEW.used_at, left_journal = NEW.journal_id
     WHERE id = NEW.voucher_id AND state = 'IN_HAND' AND generation = NEW.generation;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'voucher % is not in hand', NEW.voucher_id USING ERRCODE = '23514', CONSTRAINT = 'voucher_used_once';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER used AFTER INSERT ON vouchers.redemption FOR EACH ROW EXECUTE FUNCTION vouchers.mark_used();

-- A voucher that leaves the hand by itself: written by the ledger's writer beside the journal that takes it away.
CREATE TABLE vouchers.leaving (
    voucher_id uuid NOT NULL REFERENCES vouchers.voucher,
    generation int NOT NULL,
    state      text NOT NULL CHECK (state = 'EXPIRED'),
    left_at    timestamptz NOT NULL,
    journal_id uuid NOT NULL,
    PRIMARY KEY (voucher_id, generation)
);
CREATE FUNCTION vouchers.mark_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE vouchers.voucher SET state = NEW.state, left_at = NEW.left_at, left_journal = NEW.journal_id
     WHERE id = NEW.voucher_id AND state = 'IN_HAND' AND generation = NEW.generation;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'voucher % is not in hand', NEW.voucher_id USING ERRCODE = '23514', CONSTRAINT = 'voucher_leaves_once';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER gone AFTER INSERT ON vouchers.leaving FOR EACH ROW EXECUTE FUNCTION vouchers.mark_left();

-- A voucher that has left the hand comes back only by a payment called back, and then as its next generation.
CREATE FUNCTION vouchers.refuse_return() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state = 'IN_HAND' AND OLD.state = 'USED' AND NEW.generation = OLD.generation + 1 THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'voucher % is % and stays so', OLD.id, OLD.state USING ERRCODE = '23514', CONSTRAINT = 'voucher_leaves_once';
END $$;
CREATE TRIGGER leaves_once BEFORE UPDATE OF state ON vouchers.voucher
    FOR EACH ROW WHEN (OLD.state <> 'IN_HAND') EXECUTE FUNCTION vouchers.refuse_return();

-- When somebody last bought: for campaigns that win people back.
CREATE TABLE vouchers.last_purchase (
    merchant_id uuid NOT NULL,
    member_id   uuid NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, member_id)
);
CREATE INDEX last_purchase_at ON vouchers.last_purchase (merchant_id, at);

-- An event that has brought its vouchers: the second time it brings none.
CREATE TABLE vouchers.event_done (
    campaign_id uuid NOT NULL,
    member_id   uuid NOT NULL,
    occasion    text NOT NULL,
    PRIMARY KEY (campaign_id, member_id, occasion)
);
