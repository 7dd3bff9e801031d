-- Every receipt of the SMS centre read all messages there had ever been to find its own. Of those that still wait for one there
-- are few.
CREATE INDEX message_awaited ON notices.message (network_id) WHERE state = 'SENT' AND network_id IS NOT NULL;

-- The oldest go when they have been kept for long enough.
CREATE INDEX message_oldest ON notices.message (at);
