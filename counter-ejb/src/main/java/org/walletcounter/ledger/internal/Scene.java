package org.walletcounter.ledger.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the writer has in hand while it decides a batch: the accounts locked, the holds, the names that are taken and the
 * commands that came for the first time. What one journal changes, the next one in the batch sees. Not thread-safe.
 */
final class Scene {

    private final Instant now;
    private final Map<Long, LockedAccount> accounts = new HashMap<>();
    private final Map<UUID, LockedHold> holds = new HashMap<>();
    private final Map<UUID, Map<Long, Reversible>> reversible = new HashMap<>();
    private final Set<UUID> taken = new HashSet<>();
    private final Set<UUID> firstTime = new HashSet<>();

    Scene(Instant now) {
        this.now = now;
    }

    Instant now() {
        return now;
    }

    Map<Long, LockedAccount> accounts() {
        return accounts;
    }

    Map<UUID, LockedHold> holds() {
        return holds;
    }

    /**
     * What a journal that is to be reversed has moved on an account.
     *
     * @param moved by the journal itself
     * @param left of it after the reversals so far
     */
    record Reversible(long moved, long left) {

        /** Whether a further amount gives back no more than is left. */
        boolean allows(long net) {
            long then = left + net;
            return moved >= 0 ? then >= 0 && then <= moved : then <= 0 && then >= moved;
        }

        Reversible after(long net) {
            return new Reversible(moved, left + net);
        }
    }

    /** The journals that are to be reversed, by account. Empty for a journal that is not in the book. */
    Map<UUID, Map<Long, Reversible>> reversible() {
        return reversible;
    }

    /** What can be reversed of a journal on an account. */
    Optional<Reversible> reversible(@Nullable UUID journal, Long account) {
        return Optional.ofNullable(journal).map(reversible::get).map(accounts -> accounts.get(account));
    }

    /** The claims that are used up. */
    Set<UUID> taken() {
        return taken;
    }

    /** The commands that were claimed just now; each is taken out when its first submission comes. */
    Set<UUID> firstTime() {
        return firstTime;
    }
}
