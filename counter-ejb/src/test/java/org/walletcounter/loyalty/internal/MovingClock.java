package org.walletcounter.loyalty.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes on only when it is told to, for all threads at once. */
public final class MovingClock extends Clock {

    private final AtomicReference<Instant> now;

    /** Starts at a moment. */
    public MovingClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    /** Goes on. */
    public void goOn(Duration time) {
        now.updateAndGet(moment -> moment.plus(time));
    }

    @Override
    public Instant instant() {
        return now.updateAndGet(moment -> moment.plusMillis(1));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
