-- What a campaign promised is asked for on its page.
CREATE INDEX promise_campaign ON transactions.promise (campaign_id, payment_id);
