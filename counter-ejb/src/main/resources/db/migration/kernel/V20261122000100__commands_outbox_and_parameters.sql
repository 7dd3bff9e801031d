CREATE SCHEMA kernel;
GRANT USAGE ON SCHEMA kernel TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA kernel GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA kernel GRANT USAGE ON SEQUENCES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA kernel GRANT EXECUTE ON FUNCTIONS TO ${app};

-- A command key and what it was answered. Payments keep theirs through the ledger's writer, other commands through Idempotency.
CREATE TABLE kernel.command (
    id           uuid        PRIMARY KEY,   -- CommandKey.claimId()
    content_hash text        NOT NULL,
    status       int         NOT NULL,
    answer       text        NOT NULL,
    recorded_at  timestamptz NOT NULL DEFAULT now()
);

-- What must still happen. Rows are deleted once every consumer has taken them.
CREATE TABLE kernel.outbox (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic      text        NOT NULL,
    aggregate  uuid        NOT NULL,
    payload    text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    due_at     timestamptz NOT NULL DEFAULT now(),
    attempts   int         NOT NULL DEFAULT 0,
    last_error text
);
CREATE INDEX outbox_due ON kernel.outbox (due_at, id);

-- Versions of rule parameters. The one in force is the newest whose time has come.
CREATE TABLE kernel.parameter_version (
    merchant_id uuid        NOT NULL,
    code        text        NOT NULL,
    in_force    timestamptz NOT NULL,
    value       bigint      NOT NULL,
    author      text        NOT NULL,
    reason      text,
    set_at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (merchant_id, code, in_force, set_at)
);
CREATE INDEX outbox_aggregate ON kernel.outbox (aggregate, id);
