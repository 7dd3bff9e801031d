-- How many days before its end somebody is reminded of a voucher is its campaign's to say. Found by its end alone, each minute read every
-- voucher in hand, also those of which their holders had been reminded, and a wave of reminders read them all again for every few of it.
CREATE INDEX voucher_to_remind ON vouchers.voucher (campaign_id, (valid_until AT TIME ZONE 'UTC'))
    WHERE state = 'IN_HAND' AND member_id IS NOT NULL AND reminded_at IS NULL;
