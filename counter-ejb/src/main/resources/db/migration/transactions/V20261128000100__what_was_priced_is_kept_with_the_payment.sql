-- A sale that promotions, vouchers or points have made cheaper, with all that a return needs to reckon backwards.
CREATE TABLE transactions.pricing (
    payment_id uuid   NOT NULL,
    list       bigint NOT NULL,              -- at list prices
    net        bigint NOT NULL,              -- after promotions and vouchers
    points     bigint NOT NULL,              -- what points paid of it
    payable    bigint NOT NULL CHECK (payable >= 0),
    sale       text   NOT NULL,              -- the quote with what it was reckoned from, as JSON
    PRIMARY KEY (payment_id)
) PARTITION BY RANGE (payment_id);

-- What was taken off, by what, and who pays for it: one row per entry of the trace and funder.
CREATE TABLE transactions.reduction (
    payment_id  uuid   NOT NULL,
    line        int    NOT NULL,
    step        text   NOT NULL,             -- PRICE_LIST, LINE, ORDER, VOUCHER, POINTS
    source_id   uuid   NOT NULL,             -- the promotion, the voucher, the price list or the points programme
    campaign_id uuid   NOT NULL,
    name_en     text   NOT NULL,
    name_zh     text   NOT NULL,
    party       text   NOT NULL,             -- who pays for it
    amount      bigint NOT NULL CHECK (amount > 0),
    PRIMARY KEY (payment_id, line)
) PARTITION BY RANGE (payment_id);
CREATE INDEX reduction_campaign ON transactions.reduction (campaign_id, payment_id);

-- What of it was undone with a refund. Below zero where kept goods, priced anew, get more of it than before.
CREATE TABLE transactions.refund_reversal (
    refund_id   uuid   NOT NULL,
    line        int    NOT NULL,
    source_id   uuid   NOT NULL,
    campaign_id uuid   NOT NULL,
    party       text   NOT NULL,
    amount      bigint NOT NULL CHECK (amount <> 0),
    PRIMARY KEY (refund_id, line)
) PARTITION BY RANGE (refund_id);
CREATE INDEX refund_reversal_campaign ON transactions.refund_reversal (campaign_id, refund_id);

-- What a sale gives besides a lower price, and whether it was given yet.
CREATE TABLE transactions.promise (
    payment_id  uuid        NOT NULL,
    line        int         NOT NULL,
    merchant_id uuid        NOT NULL,
    store_id    uuid        NOT NULL,
    member_id   uuid,
    kind        text        NOT NULL,        -- GIFT, CREDIT, VOUCHERS, TICKETS
    campaign_id uuid        NOT NULL,
    name_en     text        NOT NULL,
    name_zh     text        NOT NULL,
    what        text,
    count       bigint      NOT NULL CHECK (count >= 0),
    taken_back  bigint      NOT NULL DEFAULT 0,
    worth       bigint      NOT NULL,
    currency    char(3)     NOT NULL,
    due_at      timestamptz NOT NULL,
    state       text        NOT NULL,        -- DUE, KEPT, GONE (given back before it was due), FAILED (see why)
    why         text,
    PRIMARY KEY (payment_id, line)
) PARTITION BY RANGE (payment_id);
CREATE INDEX promise_due ON transactions.promise (due_at) WHERE state = 'DUE';

SELECT ledger.make_partitions(now() + n * interval '1 month') FROM generate_series(0, 2) n;
REVOKE UPDATE, DELETE, TRUNCATE ON transactions.pricing, transactions.reduction, transactions.refund_reversal FROM ${app};
REVOKE DELETE, TRUNCATE ON transactions.promise FROM ${app};

-- Vouchers and points may pay for all of a sale; then no money is taken, and none is given back.
ALTER TABLE transactions.payment DROP CONSTRAINT payment_amount_check, ADD CONSTRAINT payment_amount_check CHECK (amount >= 0);
ALTER TABLE transactions.refund DROP CONSTRAINT refund_amount_check, ADD CONSTRAINT refund_amount_check CHECK (amount >= 0);

-- Points that a payment earned, as its receipt says; 0 for those before.
ALTER TABLE transactions.payment ADD COLUMN points_earned bigint NOT NULL DEFAULT 0;

-- Which line of the sale came back; null where only the goods are known (returns of the past).
ALTER TABLE transactions.refund_line ADD COLUMN sale_line int;

-- What a refund did to points: how many spent ones came back, how many earned ones were taken back.
ALTER TABLE transactions.refund ADD COLUMN points_back bigint NOT NULL DEFAULT 0, ADD COLUMN points_taken bigint NOT NULL DEFAULT 0;
