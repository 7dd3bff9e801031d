package org.walletcounter.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * A wish to set something aside (冻结).
 *
 * @param id made by the caller, so that a repeat is the same hold
 * @param amount positive, in minor units of the account's unit
 * @param expiresAt when it lapses by itself
 * @param reason what for, as in "sale 1042"
 */
public record HoldRequest(UUID id, AccountId account, long amount, Instant expiresAt, String reason) {}
