package org.walletcounter.vouchers;

import java.time.Instant;
import java.util.UUID;

/**
 * One step in a voucher's life, from the ledger: where it came from, where it went.
 *
 * @param what the journal's kind, as in "voucher-taken", "payment"
 * @param amount 1 when it came, -1 when it went
 * @param document more about it, as a JSON object
 */
public record Step(UUID journalId, String what, Instant at, long amount, String document) {}
