-- Which voucher a purchase has brought: when the goods go back, it is taken back, if it is still in hand.
ALTER TABLE vouchers.event_done ADD COLUMN voucher_id uuid;
