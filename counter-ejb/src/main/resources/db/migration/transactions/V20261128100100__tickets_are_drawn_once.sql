-- How many tickets of a promise were drawn: the first ones. Taking back a sale lowers the count from the other end.
ALTER TABLE transactions.promise ADD COLUMN drawn bigint NOT NULL DEFAULT 0;
CREATE INDEX promise_tickets ON transactions.promise (member_id, campaign_id) WHERE kind = 'TICKETS';

-- A ticket that was drawn, with all that is needed to reckon the draw again once the seed is known.
CREATE TABLE transactions.draw (
    id               uuid        PRIMARY KEY,
    merchant_id      uuid        NOT NULL,
    member_id        uuid        NOT NULL,
    campaign_id      uuid        NOT NULL,
    campaign_en      text        NOT NULL,
    campaign_zh      text        NOT NULL,
    version          int         NOT NULL,
    serial           bigint      NOT NULL,       -- the how manieth draw of the campaign
    payment_id       uuid        NOT NULL,       -- the ticket: payment, line of its promises, number
    line             int         NOT NULL,
    number           bigint      NOT NULL,
    drawn_at         timestamptz NOT NULL,
    drawn_for        text        NOT NULL,       -- what the HMAC is of
    hash             text        NOT NULL,
    value            bigint      NOT NULL,       -- the HMAC modulo the weights
    weights          bigint      NOT NULL,
    meant            text,                       -- the prize that the value stands for; null is a blank
    left_before      bigint,                     -- how many of it there were
    prize            text,                       -- what was given: that one, or its substitute
    prize_en         text,
    prize_zh         text,
    gives            text        CHECK (gives IN ('GIFT', 'VOUCHER', 'POINTS', 'CREDIT')),
    points           int,
    voucher_campaign uuid,
    worth            bigint      NOT NULL,
    currency         char(3)     NOT NULL,
    code             text,                       -- a gift's, to be shown at the store
    state            text        NOT NULL CHECK (state IN ('BLANK', 'TO_HAND_OVER', 'HANDED_OVER', 'DUE', 'GIVEN', 'FAILED',
                                                           'TAKING_BACK', 'TAKEN_BACK')),
    voucher_id       uuid,
    why              text,
    done_at          timestamptz,
    done_by          text,
    done_name        text,
    done_store       uuid,
    CHECK ((prize IS NULL) = (state = 'BLANK')),
    UNIQUE (campaign_id, serial),
    UNIQUE (payment_id, line, number),
    UNIQUE (merchant_id, code)
);
CREATE INDEX draw_of_member ON transactions.draw (member_id, id DESC);
CREATE INDEX draw_open ON transactions.draw (merchant_id, id) WHERE state IN ('TO_HAND_OVER', 'FAILED');
CREATE INDEX draw_due ON transactions.draw (id) WHERE state IN ('DUE', 'TAKING_BACK');

-- What was drawn never changes; what became of the prize only goes forward.
CREATE FUNCTION transactions.keep_the_draw() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (to_jsonb(NEW) - '{state,voucher_id,why,done_at,done_by,done_name,done_store}'::text[])
            IS DISTINCT FROM (to_jsonb(OLD) - '{state,voucher_id,why,done_at,done_by,done_name,done_store}'::text[])
       OR OLD.state IN ('BLANK', 'HANDED_OVER', 'TAKEN_BACK') THEN
        RAISE EXCEPTION 'A draw stays what it is.';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_the_draw BEFORE UPDATE ON transactions.draw FOR EACH ROW EXECUTE FUNCTION transactions.keep_the_draw();
REVOKE DELETE, TRUNCATE ON transactions.draw FROM ${app};
