-- What the account of a wallet was last told of its caps, so that who pays is recognised with one question and the ledger is
-- asked only when the rules of the house have changed. Written in the transaction that tells the ledger.
ALTER TABLE members.wallet ADD COLUMN told_single bigint, ADD COLUMN told_daily bigint;

UPDATE members.wallet w SET told_single = a.cap_single, told_daily = a.cap_daily
  FROM ledger.account a WHERE a.id = w.account_id AND (a.cap_single IS NOT NULL OR a.cap_daily IS NOT NULL);
