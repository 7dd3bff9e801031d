-- Which of the merchant's tax rates is on it; empty for the standard one.
ALTER TABLE orders.product ADD COLUMN tax_code text NOT NULL DEFAULT '';
