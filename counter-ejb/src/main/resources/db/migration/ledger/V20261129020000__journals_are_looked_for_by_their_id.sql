-- Each posting's journal is looked for when it is booked. Where the partition of a month was analysed while it was empty (vacuumdb --analyze
-- after an upgrade, a nightly job), the planner takes walking through it for the cheapest way, and a session keeps that plan while the
-- month fills: what a payment cost grew with each payment of the month, until autovacuum came by.
ALTER FUNCTION ledger.require_balance() SET enable_seqscan = off;
