-- One row per failed sign-in of staff, whether or not somebody has the name. Name and address are hashed (SHA-256): strangers
-- choose how long they are, and now and then somebody types a password where the name belongs. Rows older than a quarter of an
-- hour count no more and are swept away.
CREATE TABLE merchants.sign_in_failure (
    id        uuid PRIMARY KEY,
    name      bytea NOT NULL,
    address   bytea NOT NULL,
    failed_at timestamptz NOT NULL
);
CREATE INDEX sign_in_failure_name ON merchants.sign_in_failure (name, failed_at DESC);
CREATE INDEX sign_in_failure_address ON merchants.sign_in_failure (address, failed_at DESC);
