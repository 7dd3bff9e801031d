-- Every payment writes a message, so each index on them is paid for with every payment. The worker reads the oldest
-- messages in the order of their ids and sorts out in memory what must wait for what: the key is the only index it needs.
DROP INDEX kernel.outbox_due;
DROP INDEX kernel.outbox_aggregate;

-- Rows live for a second. What is left of them is cleared away often, and the file is never cut: that would stop the payments.
ALTER TABLE kernel.outbox SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000,
    autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000000, vacuum_truncate = off);
