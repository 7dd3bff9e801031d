-- What one piece costs the merchant, in minor units of the price's currency; unknown where nobody has said it.
ALTER TABLE orders.product ADD COLUMN unit_cost bigint CHECK (unit_cost >= 0);
