package org.walletcounter.web.overload;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * How many may be inside at once: more for a rush than for a crowd that stays. A rush is over before anybody has waited long,
 * so nobody need be sent away for it. A crowd that stays makes everybody wait for all of it, however long it stays, and takes
 * no more payments for that; so it is kept shorter. Which of the two it is tells the time since it was last calm inside, as
 * in RFC 8289, where the shortest queue of an interval counts and not the longest. It is not calm while others were sent away
 * a moment ago: those inside leave by dozens, when their batch is booked, and the next are already at the door. Thread-safe,
 * without locks.
 */
final class Room {

    /** A pause of the disk or of a collection of garbage is a rush for what waited meanwhile. */
    private static final long A_RUSH = TimeUnit.MILLISECONDS.toNanos(500);

    private final int most;
    private final int lasting;
    private final int calm;
    private final LongSupplier nanos;
    private final AtomicInteger inside = new AtomicInteger();
    private volatile long calmAt;
    private volatile long turnedAwayAt;

    /**
     * Nobody is inside.
     *
     * @param most how many in a rush; five eighths of them when they stay
     */
    Room(int most) {
        this(most, System::nanoTime);
    }

    Room(int most, LongSupplier nanos) {
        this.most = most;
        this.lasting = Math.max(1, most * 5 / 8);
        this.calm = Math.max(1, lasting / 4);
        this.nanos = nanos;
        this.calmAt = nanos.getAsLong();
        this.turnedAwayAt = calmAt - A_RUSH;
    }

    /** Whether there is no place for one more; then whoever asks is turned away. */
    boolean isFull() {
        boolean full = !holds(inside.get() + 1);
        if (full) {
            turnedAwayAt = nanos.getAsLong();
        }
        return full;
    }

    /** Takes a place, if there is one; who took one must {@link #leave}. */
    boolean enter() {
        int now = inside.incrementAndGet();
        noteCalm(now);
        boolean enters = holds(now);
        if (!enters) {
            inside.decrementAndGet();
            turnedAwayAt = nanos.getAsLong();
        }
        return enters;
    }

    /** Gives the place back. */
    void leave() {
        noteCalm(inside.decrementAndGet());
    }

    private boolean holds(int many) {
        return many <= lasting || (many <= most && nanos.getAsLong() - calmAt < A_RUSH);
    }

    /** Notes that it is calm, if it is with so many. */
    private void noteCalm(int many) {
        if (many <= calm) {
            long now = nanos.getAsLong();
            if (now - turnedAwayAt >= A_RUSH) {
                calmAt = now;
            }
        }
    }
}
