package org.walletcounter.health;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** How far a clock is behind the latest moment that it has shown. Thread-safe. */
final class Retreat {

    private final Clock clock;
    private final AtomicLong latest;

    Retreat(Clock clock) {
        this.clock = clock;
        this.latest = new AtomicLong(clock.millis());
    }

    /** Zero as long as the clock goes forward. */
    Duration now() {
        long now = clock.millis();
        return Duration.ofMillis(latest.accumulateAndGet(now, Math::max) - now);
    }
}
