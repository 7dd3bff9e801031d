package org.walletcounter.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish to set something aside (冻结).
 *
 * @param id made by the caller, so that a repeat is the same hold
 * @param amount positive, in minor units of the account's unit
 * @param expiresAt when it lapses by itself
 * @param reason what for, as in "sale 1042"
 * @param businessDay the merchant's day whose cap it counts against; null where an account has no cap for the day
 */
public record HoldRequest(
        UUID id,
        AccountId account,
        long amount,
        Instant expiresAt,
        String reason,
        @Nullable LocalDate businessDay) {

    /** A hold on an account without a cap for the day: vouchers, points, stock. */
    public HoldRequest(UUID id, AccountId account, long amount, Instant expiresAt, String reason) {
        this(id, account, amount, expiresAt, reason, null);
    }
}
