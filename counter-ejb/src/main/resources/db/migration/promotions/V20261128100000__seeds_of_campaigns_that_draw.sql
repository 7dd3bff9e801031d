-- The secret seed of a campaign that draws: sealed under the installation's key, its SHA-256 published from the moment the
-- campaign goes live, the seed itself only once nothing can be drawn with it any more. The row is what draws queue for.
CREATE TABLE promotions.seed (
    campaign_id  uuid        PRIMARY KEY,
    merchant_id  uuid        NOT NULL,
    sealed       bytea       NOT NULL,
    commitment   text        NOT NULL CHECK (commitment ~ '^[0-9a-f]{64}$'),
    committed_at timestamptz NOT NULL,
    drawn        bigint      NOT NULL DEFAULT 0,
    seed         text        CHECK (encode(sha256(decode(seed, 'hex')), 'hex') = commitment),
    revealed_at  timestamptz,
    CHECK ((seed IS NULL) = (revealed_at IS NULL))
);
CREATE INDEX seed_of_merchant ON promotions.seed (merchant_id, campaign_id DESC);

-- A seed is made once, and what is revealed stays so.
CREATE FUNCTION promotions.keep_the_seed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.campaign_id, NEW.merchant_id, NEW.sealed, NEW.commitment, NEW.committed_at)
            IS DISTINCT FROM (OLD.campaign_id, OLD.merchant_id, OLD.sealed, OLD.commitment, OLD.committed_at)
       OR (OLD.revealed_at IS NOT NULL AND (NEW.seed, NEW.revealed_at, NEW.drawn)
            IS DISTINCT FROM (OLD.seed, OLD.revealed_at, OLD.drawn))
       OR NEW.drawn < OLD.drawn THEN
        RAISE EXCEPTION 'A seed stays what it is.';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_the_seed BEFORE UPDATE ON promotions.seed FOR EACH ROW EXECUTE FUNCTION promotions.keep_the_seed();
REVOKE DELETE, TRUNCATE ON promotions.seed FROM ${app};
