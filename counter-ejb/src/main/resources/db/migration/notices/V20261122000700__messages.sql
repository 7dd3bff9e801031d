CREATE SCHEMA notices;
GRANT USAGE ON SCHEMA notices TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA notices GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA notices GRANT USAGE ON SEQUENCES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA notices GRANT EXECUTE ON FUNCTIONS TO ${app};

CREATE TABLE notices.message (
    id          uuid PRIMARY KEY,            -- the outbox row's aggregate: the same message twice is one
    merchant_id uuid NOT NULL,
    channel     text NOT NULL,
    recipient   text NOT NULL,               -- masked
    state       text NOT NULL,               -- SENT, DELIVERED, FAILED, EXPIRED
    network_id  text,
    at          timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX message_newest ON notices.message (merchant_id, at DESC);
