package org.walletcounter.kernel;

import java.time.Duration;
import java.time.Instant;

/**
 * For how long something remembered may be used: from when it was read, for a while. A clock that was set back ends it, else
 * what is remembered would hold for as much longer.
 */
public record Lease(Instant since, Instant until) {

    public static Lease of(Instant since, Duration length) {
        return new Lease(since, since.plus(length));
    }

    /** Whether it holds at a moment. */
    public boolean holds(Instant now) {
        return !now.isBefore(since) && now.isBefore(until);
    }
}
