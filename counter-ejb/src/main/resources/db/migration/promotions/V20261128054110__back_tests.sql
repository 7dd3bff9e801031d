-- A draft tried on past sales. Draft and rivals are kept as they were when it was asked for. Each node's worker claims what
-- waits; a run whose worker has not been heard of for a while is taken over where its last checkpoint stands.
CREATE TABLE promotions.back_test (
    id           uuid        PRIMARY KEY,
    merchant_id  uuid        NOT NULL,
    campaign_id  uuid        NOT NULL,
    version      int         NOT NULL,
    from_day     date        NOT NULL,
    until_day    date        NOT NULL,              -- inclusive
    draft        text        NOT NULL,
    rivals       text        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    orders_total bigint,                            -- null until they are counted
    orders_done  bigint      NOT NULL DEFAULT 0,
    last_day     date,                              -- the checkpoint: the last order that was looked at
    last_id      uuid,
    result       text        NOT NULL,
    claim        uuid,
    attempts     int         NOT NULL DEFAULT 0,    -- claims since the last checkpoint
    author       text        NOT NULL,
    asked_at     timestamptz NOT NULL,
    touched_at   timestamptz NOT NULL,
    ended_at     timestamptz,
    CHECK (until_day >= from_day)
);
CREATE INDEX back_test_newest ON promotions.back_test (merchant_id, campaign_id, id DESC);
CREATE INDEX back_test_open ON promotions.back_test (id) WHERE state IN ('WAITING', 'RUNNING');
CREATE UNIQUE INDEX back_test_one_at_a_time ON promotions.back_test (campaign_id) WHERE state IN ('WAITING', 'RUNNING');
