-- What promotions go by besides the category. Tags are the merchant's own words; each stands once, in order.
ALTER TABLE orders.product
    ADD COLUMN brand text   NOT NULL DEFAULT '',
    ADD COLUMN tags  varchar[] NOT NULL DEFAULT '{}';
