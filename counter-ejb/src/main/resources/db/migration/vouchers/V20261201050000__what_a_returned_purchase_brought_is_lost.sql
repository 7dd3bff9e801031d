-- The purchase went back, and with it what it brought. A voucher that is used by then cannot be withdrawn; should its payment be called
-- back later, this tells that it must not come back into somebody's hand.
ALTER TABLE vouchers.event_done ADD COLUMN lost boolean NOT NULL DEFAULT false;
