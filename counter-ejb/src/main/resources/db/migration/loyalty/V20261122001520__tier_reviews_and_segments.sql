-- When all members were last looked at under these rules; null: not yet.
ALTER TABLE loyalty.tier_scheme ADD COLUMN reviewed_at timestamptz;

-- A group of members by conditions. The conditions are JSON: a list of groups, all of which must hold; of a group one.
CREATE TABLE loyalty.segment (
    id          uuid PRIMARY KEY,
    merchant_id uuid NOT NULL,
    code        text NOT NULL,
    name_en     text NOT NULL,
    name_zh     text NOT NULL,
    conditions  text NOT NULL,
    version     int  NOT NULL,
    author      text NOT NULL,
    set_at      timestamptz NOT NULL,
    UNIQUE (merchant_id, code)
);

-- Who was in a segment at a moment, with the conditions as they were: for audit, and for whoever targets it.
CREATE TABLE loyalty.segment_snapshot (
    id          uuid PRIMARY KEY,
    segment_id  uuid NOT NULL REFERENCES loyalty.segment,
    version     int  NOT NULL,
    conditions  text NOT NULL,
    state       text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    asked_by    text NOT NULL,
    asked_at    timestamptz NOT NULL,
    touched_at  timestamptz NOT NULL,
    done_at     timestamptz,
    members     int NOT NULL DEFAULT 0,
    written     int NOT NULL DEFAULT 0
);
CREATE INDEX segment_snapshot_of ON loyalty.segment_snapshot (segment_id, id DESC);
CREATE INDEX segment_snapshot_open ON loyalty.segment_snapshot (id) WHERE state IN ('WAITING', 'RUNNING');

CREATE TABLE loyalty.segment_member (
    snapshot_id uuid NOT NULL REFERENCES loyalty.segment_snapshot,
    member_id   uuid NOT NULL,
    PRIMARY KEY (snapshot_id, member_id)
);
CREATE INDEX segment_member_of ON loyalty.segment_member (member_id, snapshot_id);
