CREATE SCHEMA merchants;
GRANT USAGE ON SCHEMA merchants TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA merchants GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA merchants GRANT USAGE ON SEQUENCES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA merchants GRANT EXECUTE ON FUNCTIONS TO ${app};

CREATE TABLE merchants.merchant (
    id       uuid PRIMARY KEY,
    code     text NOT NULL UNIQUE,
    name_en  text NOT NULL,
    name_zh  text NOT NULL,
    currency char(3) NOT NULL,
    zone     text NOT NULL
);

CREATE TABLE merchants.store (
    id          uuid PRIMARY KEY,
    merchant_id uuid NOT NULL REFERENCES merchants.merchant,
    code        text NOT NULL,
    name_en     text NOT NULL,
    name_zh     text NOT NULL,
    address     text NOT NULL DEFAULT '',
    open        boolean NOT NULL DEFAULT true,
    UNIQUE (merchant_id, code)
);

CREATE TABLE merchants.till (
    id       uuid PRIMARY KEY,
    store_id uuid NOT NULL REFERENCES merchants.store,
    code     text NOT NULL,
    name     text NOT NULL,
    open     boolean NOT NULL DEFAULT true,
    UNIQUE (store_id, code)
);

-- The server's security realm reads username, password_hash, role and active from here.
CREATE TABLE merchants.staff (
    id            uuid PRIMARY KEY,
    merchant_id   uuid NOT NULL REFERENCES merchants.merchant,
    store_id      uuid REFERENCES merchants.store,
    username      text NOT NULL UNIQUE,
    name          text NOT NULL,
    role          text NOT NULL CHECK (role IN ('cashier', 'manager', 'analyst', 'administrator')),
    language      text NOT NULL DEFAULT 'en',
    active        boolean NOT NULL DEFAULT true,
    password_hash text NOT NULL,           -- bcrypt, modular crypt form ($2a$…)
    password_set  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE merchants.api_key (
    id          uuid PRIMARY KEY,
    merchant_id uuid NOT NULL REFERENCES merchants.merchant,
    store_id    uuid REFERENCES merchants.store,
    till_id     uuid REFERENCES merchants.till,
    label       text NOT NULL,
    role        text NOT NULL,
    secret_hash bytea NOT NULL UNIQUE,     -- SHA-256 of 256 random bits: nothing to guess, so no slow hash
    made_at     timestamptz NOT NULL DEFAULT now(),
    revoked_at  timestamptz
);
