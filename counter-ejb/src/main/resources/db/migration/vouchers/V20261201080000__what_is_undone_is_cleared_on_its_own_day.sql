-- So much of a funder's share a return undid on this day of the honourer; below zero where kept goods, priced anew, got more
-- again. A use may be undone in parts, on many days. The clearing takes it off here, for the day of the use may be settled.
CREATE TABLE vouchers.undoing (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    voucher_id   uuid NOT NULL,
    generation   int NOT NULL,
    funder_id    uuid NOT NULL,
    honourer_id  uuid NOT NULL,
    amount       bigint NOT NULL CHECK (amount <> 0),
    currency     char(3) NOT NULL,
    business_day date NOT NULL,
    FOREIGN KEY (voucher_id, generation, funder_id) REFERENCES vouchers.funding
);

-- What was undone so far is taken off on the day of the use, so that the statements of the past read as they were given out.
-- They had left out a use whose voucher came back, also where less was undone than saved: all of it is taken off.
INSERT INTO vouchers.undoing (voucher_id, generation, funder_id, honourer_id, amount, currency, business_day)
SELECT f.voucher_id, f.generation, f.funder_id, f.honourer_id,
       CASE WHEN r.back_journal IS NULL THEN f.undone ELSE f.amount END, f.currency, f.business_day
  FROM vouchers.funding f JOIN vouchers.redemption r USING (voucher_id, generation)
 WHERE r.back_journal IS NOT NULL OR f.undone <> 0
 ORDER BY f.voucher_id, f.generation, f.funder_id;

CREATE INDEX undoing_funder ON vouchers.undoing (funder_id, business_day);
CREATE INDEX undoing_honourer ON vouchers.undoing (honourer_id, business_day);
REVOKE UPDATE, DELETE, TRUNCATE ON vouchers.undoing FROM ${app};
