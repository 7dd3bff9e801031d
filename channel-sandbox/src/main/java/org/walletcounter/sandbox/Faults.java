package org.walletcounter.sandbox;

import java.util.concurrent.atomic.AtomicInteger;

/** What should go wrong with the next messages, for tests: so many refused as too fast, answered late, or cut off. */
final class Faults {

    final AtomicInteger throttle = new AtomicInteger();
    final AtomicInteger slow = new AtomicInteger();
    final AtomicInteger drop = new AtomicInteger();

    /** Whether this message is one of those that should suffer; uses one up. */
    static boolean strikes(AtomicInteger left) {
        return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
    }

    /** Sets how many messages shall suffer; false for a fault that there is not. */
    boolean ask(String kind, int count) {
        switch (kind) {
            case "throttle" -> throttle.set(count);
            case "slow" -> slow.set(count);
            case "drop" -> drop.set(count);
            default -> {
                return false;
            }
        }
        return true;
    }
}
