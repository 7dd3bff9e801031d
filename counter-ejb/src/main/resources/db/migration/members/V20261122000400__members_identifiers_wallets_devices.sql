CREATE SCHEMA members;
GRANT USAGE ON SCHEMA members TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA members GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA members GRANT USAGE ON SEQUENCES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA members GRANT EXECUTE ON FUNCTIONS TO ${app};

-- A customer. Names, phones and the like are AES-GCM under the member's own key, which is itself wrapped under the
-- installation's key: destroying key_wrapped erases the person and leaves the books whole.
CREATE TABLE members.member (
    id          uuid PRIMARY KEY,
    merchant_id uuid NOT NULL,
    code        text NOT NULL,
    state       text NOT NULL DEFAULT 'ACTIVE',
    language    text NOT NULL DEFAULT 'en',
    name_sealed bytea NOT NULL,
    name_index  bytea[] NOT NULL DEFAULT '{}', -- keyed hashes of the name's parts, for search
    key_wrapped bytea NOT NULL,
    joined_at   timestamptz NOT NULL DEFAULT now(),
    version     int NOT NULL DEFAULT 0,
    UNIQUE (merchant_id, code)
);
CREATE INDEX member_name ON members.member USING gin (name_index);
CREATE INDEX member_newest ON members.member (merchant_id, id DESC);

-- How a member is known: PHONE, CARD, EMAIL, EXTERNAL. index_hash is a keyed hash (HMAC) of the normalised value.
CREATE TABLE members.identifier (
    id          uuid PRIMARY KEY,
    member_id   uuid NOT NULL REFERENCES members.member,
    merchant_id uuid NOT NULL,
    kind        text NOT NULL,
    index_hash  bytea NOT NULL,
    sealed      bytea NOT NULL,
    bound_at    timestamptz NOT NULL DEFAULT now(),
    UNIQUE (merchant_id, kind, index_hash)
);
CREATE INDEX identifier_member ON members.identifier (member_id);

CREATE TABLE members.wallet (
    account_id   bigint PRIMARY KEY,        -- the ledger's account
    member_id    uuid NOT NULL REFERENCES members.member,
    currency     char(3) NOT NULL,
    limit_single bigint,                    -- the member's own; the house's limits are parameters
    limit_daily  bigint,
    UNIQUE (member_id, currency)
);

CREATE TABLE members.device (
    number        bigint GENERATED ALWAYS AS IDENTITY (START WITH 10000) PRIMARY KEY,
    member_id     uuid NOT NULL REFERENCES members.member,
    secret_sealed bytea NOT NULL,
    enrolled_at   timestamptz NOT NULL DEFAULT now(),
    ended_at      timestamptz
);
CREATE INDEX device_member ON members.device (member_id);

CREATE TABLE members.consent (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    member_id uuid NOT NULL REFERENCES members.member,
    notice    text NOT NULL,
    given     boolean NOT NULL,
    channel   text NOT NULL,
    at        timestamptz NOT NULL DEFAULT now()
);
