package org.walletcounter.reporting.internal.rollups;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.UUID;

/**
 * Whose figures are rolled up next, and how long to rest after it. Nearly always one piece takes all that has arrived of a
 * merchant, and the rest is long, so that payments have the processors. Of whom more has arrived than one piece takes (an
 * import, a follower that stood still) comes up again in the same round, and until nobody has that much left the rest is
 * short: readers add up by themselves what still waits. Not thread-safe.
 */
final class Turns {

    /** About as many rows as one piece takes. */
    static final int PIECE = 60_000;

    private static final long REST_PER_WORK = 5;
    private static final long REST_PER_WORK_BEHIND = 1;

    private final Deque<Waiting> waiting = new ArrayDeque<>();

    /** How much has arrived of a merchant and is not rolled up yet. */
    record Waiting(UUID merchant, long rows) {}

    /** A new round. */
    void begin(Collection<Waiting> arrived) {
        waiting.clear();
        waiting.addAll(arrived);
    }

    /** Whether nobody has a turn in this round any more. */
    boolean isOver() {
        return waiting.isEmpty();
    }

    /** The one whose turn it is; who has more than a piece will have another one. */
    UUID next() {
        Waiting next = waiting.remove();
        if (next.rows > PIECE) {
            waiting.add(new Waiting(next.merchant, next.rows - PIECE));
        }
        return next.merchant;
    }

    /** How long to rest after work that took so long. */
    long restAfter(long millis) {
        boolean behind = waiting.stream().anyMatch(each -> each.rows > PIECE);
        return millis * (behind ? REST_PER_WORK_BEHIND : REST_PER_WORK);
    }
}
