-- "1990-02-28", or "--02-28" without the year; sealed under the member's key like the name. Null: not told.
ALTER TABLE members.member ADD COLUMN birthday_sealed bytea;
