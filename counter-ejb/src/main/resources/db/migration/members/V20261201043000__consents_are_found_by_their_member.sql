-- What somebody agreed to stands on their page: asked member by member, and there are more consents than members.
CREATE INDEX consent_member ON members.consent (member_id);
