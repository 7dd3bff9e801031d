package org.walletcounter.bench.load;

import java.util.SplittableRandom;

/**
 * When the requests of an open loop are due: at random moments, as customers come who do not know of each other, with a
 * fixed rate in the mean. It goes on whether or not the server answers.
 */
final class Schedule {

    private static final double NANOS = 1e9;
    private final double gap;
    private final long end;
    private final SplittableRandom random;
    private double next;

    Schedule(double perSecond, long start, long end, long seed) {
        this.gap = NANOS / perSecond;
        this.end = end;
        this.random = new SplittableRandom(seed);
        this.next = start;
        advance();
    }

    /** When the next request is due; after the end there is none. */
    long next() {
        return (long) next;
    }

    boolean isOver() {
        return next >= end;
    }

    void advance() {
        next += -Math.log(1 - random.nextDouble()) * gap;
    }
}
