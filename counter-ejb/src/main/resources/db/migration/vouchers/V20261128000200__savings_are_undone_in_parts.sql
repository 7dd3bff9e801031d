-- What of a funder's share was undone by returns of a part of the goods. Summed over all funders it never passes the saving;
-- one share may for a while be a minor unit off, as the largest remainders wander.
ALTER TABLE vouchers.funding ADD COLUMN undone bigint NOT NULL DEFAULT 0;
ALTER TABLE vouchers.redemption ADD COLUMN undone bigint NOT NULL DEFAULT 0;
