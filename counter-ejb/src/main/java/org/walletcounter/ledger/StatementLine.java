package org.walletcounter.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of an account's statement.
 *
 * @param balance the account's balance after it
 * @param document the journal's document
 */
public record StatementLine(
        UUID journalId, int line, String kind, Instant occurredAt, long amount, long balance, String document) {}
