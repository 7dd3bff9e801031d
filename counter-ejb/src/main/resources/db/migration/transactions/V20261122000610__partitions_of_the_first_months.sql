-- From now on the ledger's timer makes them ahead, with the ledger's own.
SELECT ledger.make_partitions(now() + n * interval '1 month') FROM generate_series(0, 2) n;
