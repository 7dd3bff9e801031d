CREATE SCHEMA audit;
GRANT USAGE ON SCHEMA audit TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA audit GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA audit GRANT USAGE ON SEQUENCES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA audit GRANT EXECUTE ON FUNCTIONS TO ${app};

CREATE TABLE audit.entry (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    merchant_id uuid NOT NULL,
    at          timestamptz NOT NULL DEFAULT now(),
    actor       text NOT NULL,
    role        text NOT NULL,
    act         text NOT NULL,
    subject     text NOT NULL,
    detail      text NOT NULL
);
CREATE INDEX entry_newest ON audit.entry (merchant_id, id DESC);
CREATE INDEX entry_subject ON audit.entry (subject, id DESC);
REVOKE UPDATE, DELETE, TRUNCATE ON audit.entry FROM ${app};
