CREATE SCHEMA promotions;
GRANT USAGE ON SCHEMA promotions TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA promotions GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA promotions GRANT USAGE ON SEQUENCES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA promotions GRANT EXECUTE ON FUNCTIONS TO ${app};

-- A promotion campaign, version by version. Terms are written in the language of promotions, as JSON; once a version has
-- been approved they never change. Of a campaign at most one version is live or paused, and at most one is being written.
CREATE TABLE promotions.campaign (
    id          uuid        NOT NULL,
    version     int         NOT NULL,
    merchant_id uuid        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('DRAFT', 'REVIEW', 'LIVE', 'PAUSED', 'ENDED')),
    name_en     text        NOT NULL,
    name_zh     text        NOT NULL,
    stack_group text        NOT NULL,
    terms       text        NOT NULL,
    runs_from   timestamptz NOT NULL,
    runs_until  timestamptz,
    budget      bigint      CHECK (budget > 0),          -- minor units of the terms' currency, all versions together
    total_limit bigint      CHECK (total_limit > 0),     -- times it may be given, in all
    day_limit   bigint      CHECK (day_limit > 0),
    store_limit bigint      CHECK (store_limit > 0),
    person_limit bigint     CHECK (person_limit > 0),
    author      text        NOT NULL,
    approver    text,
    changed_at  timestamptz NOT NULL,
    PRIMARY KEY (id, version),
    CHECK (runs_until > runs_from),
    CHECK (approver <> author),
    CHECK ((state IN ('LIVE', 'PAUSED')) <= (approver IS NOT NULL))
);
CREATE INDEX campaign_of_merchant ON promotions.campaign (merchant_id, id DESC, version DESC);
CREATE UNIQUE INDEX one_running_version ON promotions.campaign (id) WHERE state IN ('LIVE', 'PAUSED');
CREATE UNIQUE INDEX one_version_being_written ON promotions.campaign (id) WHERE state IN ('DRAFT', 'REVIEW');

-- Counts the changes to what is live, so that every node sees that it must look again.
CREATE TABLE promotions.revision (
    merchant_id uuid   PRIMARY KEY,
    revision    bigint NOT NULL
);
