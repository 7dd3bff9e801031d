-- Prices that stand in for the catalogue's for some customers, places or times. A change is a new version of the row's content;
-- what was sold keeps the list as it was, with the sale.
CREATE TABLE promotions.price_list (
    id          uuid        NOT NULL PRIMARY KEY,
    merchant_id uuid        NOT NULL,
    version     int         NOT NULL,
    content     text        NOT NULL,          -- a price list's draft as JSON
    runs_from   timestamptz NOT NULL,
    runs_until  timestamptz,
    ended       boolean     NOT NULL DEFAULT false,
    author      text        NOT NULL,
    changed_at  timestamptz NOT NULL
);
CREATE INDEX price_list_merchant ON promotions.price_list (merchant_id, id);
REVOKE DELETE, TRUNCATE ON promotions.price_list FROM ${app};
