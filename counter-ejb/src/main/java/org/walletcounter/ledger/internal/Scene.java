package org.walletcounter.ledger.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the writer has in hand while it decides a batch: the accounts locked, the holds, the names that are taken and the
 * commands that came for the first time. What one journal changes, the next one in the batch sees. Not thread-safe.
 */
final class Scene {

    private final Instant now;
    private final Map<Long, LockedAccount> accounts = new HashMap<>();
    private final Map<UUID, LockedHold> holds = new HashMap<>();
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

    /** The claims that are used up. */
    Set<UUID> taken() {
        return taken;
    }

    /** The commands that were claimed just now; each is taken out when its first submission comes. */
    Set<UUID> firstTime() {
        return firstTime;
    }
}
