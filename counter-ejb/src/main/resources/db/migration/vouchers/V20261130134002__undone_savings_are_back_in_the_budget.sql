-- What of a redemption's saving is back in its campaign's budget: what returns undid, once the budget was told of it.
ALTER TABLE vouchers.redemption ADD COLUMN freed bigint NOT NULL DEFAULT 0;
