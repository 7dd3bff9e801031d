-- The first bytes of a keyed hash (HMAC) of merchant, month and day: finds who has birthday without saying when. Null: not
-- told, gone, or told before there was this column; the morning's round fills those in.
ALTER TABLE members.member ADD COLUMN birthday_index bytea;

-- The last year whose birthday was announced; 0 for none. Never the day: that would tell the birthday.
ALTER TABLE members.member ADD COLUMN birthday_year smallint NOT NULL DEFAULT 0;

-- Who destroys a member's key, or takes the birthday away, must take the hash as well.
ALTER TABLE members.member ADD CONSTRAINT birthday_index_goes_with_the_birthday
    CHECK (birthday_index IS NULL OR (birthday_sealed IS NOT NULL AND octet_length(key_wrapped) > 0));

CREATE INDEX member_birthday ON members.member (merchant_id, birthday_index, birthday_year) WHERE birthday_index IS NOT NULL;
CREATE INDEX member_birthday_without_index ON members.member (merchant_id)
    WHERE birthday_index IS NULL AND birthday_sealed IS NOT NULL AND state <> 'CLOSED';

-- The merchant's day on which birthdays were last looked for, so that days on which the counter stood still are made good.
CREATE TABLE members.birthday_round (
    merchant_id uuid PRIMARY KEY,
    looked_on   date NOT NULL
);
