-- Whether reminders may come by text message. Off until the member says so; each yes and no stands in members.consent.
ALTER TABLE members.member ADD COLUMN text_reminders boolean NOT NULL DEFAULT false;
