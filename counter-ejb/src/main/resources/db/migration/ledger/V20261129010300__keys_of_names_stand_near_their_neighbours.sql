-- The keys of claimed names are made in another way now (kernel.HashedKeys, ledger.internal.Entry): those of like names stand
-- near one another. So every name that a journal has claimed is claimed under its new key, too; the old ones stay, and are
-- of no use. Payment codes are left out, because none lives for longer than two minutes. Commands keep the keys they had.
CREATE FUNCTION ledger.neighbourhood(name text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN name ~ '^.{8}-.{4}-7.{21}$' THEN left(name, 8) ELSE left(name, length(name) - length(name) / 3) END
$$;

CREATE FUNCTION ledger.key_of_name(scope text, merchant uuid, name text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT encode(
        substr(sha256(convert_to(ledger.neighbourhood(CASE WHEN scope IN ('sale', 'refund') THEN substr(name, 38) ELSE name END), 'UTF8')), 1, 4)
        || substr(sha256(convert_to(length(scope) || ':' || scope || '36:' || merchant || length(name) || ':' || name, 'UTF8')), 1, 12),
        'hex')::uuid
$$;

INSERT INTO ledger.claim (id, journal_id)
SELECT ledger.key_of_name(j.claims[n], j.merchant_id, j.claims[n + 1]), j.id
  FROM ledger.journal j CROSS JOIN LATERAL generate_series(1, cardinality(j.claims), 2) n
 WHERE j.claims[n] <> 'code'
 ORDER BY 1
ON CONFLICT DO NOTHING;

DROP FUNCTION ledger.key_of_name(text, uuid, text);
DROP FUNCTION ledger.neighbourhood(text);
