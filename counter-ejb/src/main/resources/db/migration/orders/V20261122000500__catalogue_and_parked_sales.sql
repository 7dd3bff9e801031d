CREATE SCHEMA orders;
GRANT USAGE ON SCHEMA orders TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA orders GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA orders GRANT USAGE ON SEQUENCES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA orders GRANT EXECUTE ON FUNCTIONS TO ${app};

CREATE TABLE orders.product (
    id          uuid PRIMARY KEY,
    merchant_id uuid NOT NULL,
    sku         text NOT NULL,
    name_en     text NOT NULL,
    name_zh     text NOT NULL DEFAULT '',
    category    text NOT NULL,
    barcode     text,
    price       bigint NOT NULL CHECK (price >= 0),
    currency    char(3) NOT NULL,
    active      boolean NOT NULL DEFAULT true,
    version     int NOT NULL DEFAULT 0,
    UNIQUE (merchant_id, sku),
    UNIQUE (merchant_id, barcode)
);

-- A basket set aside at a till.
CREATE TABLE orders.parked_sale (
    id          uuid PRIMARY KEY,
    merchant_id uuid NOT NULL,
    store_id    uuid NOT NULL,
    label       text NOT NULL,
    cashier     text NOT NULL,
    lines       text NOT NULL,              -- the basket as JSON
    total       bigint NOT NULL,
    parked_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX parked_in_store ON orders.parked_sale (store_id, id);
