package org.walletcounter.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * A hold as it stands. It leaves {@link State#OPEN} exactly once.
 *
 * @param confirmed how much of it was spent
 */
public record HoldView(UUID id, AccountId account, long amount, long confirmed, Instant expiresAt, State state) {

    /** The states of a hold. */
    public enum State {
        /** Set aside. */
        OPEN,
        /** Spent, whole or in part; the rest is free again. */
        CONFIRMED,
        /** Given back. */
        RELEASED,
        /** Lapsed. */
        EXPIRED
    }
}
