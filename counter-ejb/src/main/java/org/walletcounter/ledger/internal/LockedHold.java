package org.walletcounter.ledger.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A hold as the writer has it in hand. Not thread-safe. */
final class LockedHold {

    private final UUID id;
    private final long account;
    private final long amount;
    private final Instant expiresAt;
    private boolean open;
    private long confirmed;
    private @Nullable UUID journal;

    LockedHold(UUID id, long account, long amount, Instant expiresAt, boolean open) {
        this.id = id;
        this.account = account;
        this.amount = amount;
        this.expiresAt = expiresAt;
        this.open = open;
    }

    UUID id() {
        return id;
    }

    long account() {
        return account;
    }

    long amount() {
        return amount;
    }

    boolean openAt(Instant moment) {
        return open && expiresAt.isAfter(moment);
    }

    /** Uses up to so much of it for a journal and gives the rest free; answers what it used. */
    long confirm(long needed, UUID by) {
        open = false;
        journal = by;
        confirmed = Math.min(needed, amount);
        return confirmed;
    }

    long confirmed() {
        return confirmed;
    }

    @Nullable
    UUID journal() {
        return journal;
    }
}
