-- A member follows a campaign until it is over, they have had as many as one may have, or everything has been said of it.
-- Each flag is up once that was said, or was plain to see when they began to follow: nothing is said twice.
CREATE TABLE vouchers.follow (
    campaign_id uuid NOT NULL REFERENCES vouchers.campaign,
    member_id   uuid NOT NULL,
    since       timestamptz NOT NULL,
    opened      boolean NOT NULL,
    few_left    boolean NOT NULL,
    ending      boolean NOT NULL DEFAULT false,
    ending_at   timestamptz NOT NULL,       -- when its end is near enough to say so
    PRIMARY KEY (campaign_id, member_id)
);
CREATE INDEX follow_member ON vouchers.follow (member_id);

-- What a member was reminded of, written beside the outbox's message of it; kept for thirty days.
CREATE TABLE vouchers.reminder (
    id          uuid PRIMARY KEY,
    member_id   uuid NOT NULL,
    merchant_id uuid NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('OPENED', 'FEW_LEFT', 'ENDING', 'EXPIRING')),
    campaign_id uuid NOT NULL REFERENCES vouchers.campaign,
    voucher_id  uuid REFERENCES vouchers.voucher,
    at          timestamptz NOT NULL,
    until       timestamptz NOT NULL,       -- from here on it helps nobody
    seen_at     timestamptz,
    text_at     timestamptz,                -- when it may go out as a text message; null: it has, or need not any more
    CHECK ((kind = 'EXPIRING') = (voucher_id IS NOT NULL))
);
CREATE INDEX reminder_member ON vouchers.reminder (member_id, id DESC);
CREATE INDEX reminder_text ON vouchers.reminder (text_at) WHERE text_at IS NOT NULL;
CREATE INDEX reminder_age ON vouchers.reminder (at);
