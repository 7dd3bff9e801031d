package org.walletcounter.reporting.internal.rollups;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the follower of the roll-ups does next, and how long it rests after it. A round ends with what campaigns have done. What has arrived of a merchant is sorted by store
 * and then added up part by part. Rests are long, so that payments have the processors. Of whom more has arrived than is
 * sorted at once (an import, a follower that stood still) comes up again in the same round. The more has arrived of all
 * together when a round begins, the shorter are its rests: else more would arrive meanwhile than is added up, and readers add
 * up by themselves what waits. Little by little, so that the follower finds the rests with which it just keeps up; with rests
 * that are either long or short it would take half a processor for many seconds, and payments would wait for that. Not
 * thread-safe.
 */
final class Turns {

    /** About as many rows are sorted at once. */
    static final int PIECE = 60_000;

    /** In a round that begins with no more than so many rows, rests are longest. */
    static final int FEW = 40_000;

    private static final int EASE = 5;

    private final Deque<Waiting> unsorted = new ArrayDeque<>();
    private final Deque<Part> parts = new ArrayDeque<>();
    private boolean campaigns;
    private long rows;

    /** How much has arrived of a merchant and is not rolled up yet. */
    record Waiting(UUID merchant, long rows) {}

    /** A part of what was sorted of a merchant. */
    record Part(UUID merchant, int number) {}

    /** A new round. */
    void begin(Collection<Waiting> arrived) {
        unsorted.clear();
        unsorted.addAll(arrived);
        parts.clear();
        campaigns = true;
        rows = arrived.stream().mapToLong(Waiting::rows).sum();
    }

    /** Whether nothing is left to be done in this round. */
    boolean isOver() {
        return parts.isEmpty() && unsorted.isEmpty() && !campaigns;
    }

    /** Whether all merchants are done, so that what campaigns have done is to be added up next. */
    boolean isForCampaigns() {
        return parts.isEmpty() && unsorted.isEmpty() && campaigns;
    }

    /** Some of what campaigns have done was added up; there may be more of it. */
    void campaignsAddedUp(boolean more) {
        campaigns = more;
    }

    /** Which part is to be added up next; null when something has to be sorted first. */
    @Nullable
    Part nextPart() {
        return parts.poll();
    }

    /** Whose arrivals are to be sorted next; who has more than a piece will come up again. */
    UUID nextToSort() {
        Waiting next = unsorted.remove();
        if (next.rows > PIECE) {
            unsorted.add(new Waiting(next.merchant, next.rows - PIECE));
        }
        return next.merchant;
    }

    /** A merchant's arrivals lie there in so many parts. */
    void sorted(UUID merchant, int count) {
        for (int number = 1; number <= count; number++) {
            parts.add(new Part(merchant, number));
        }
    }

    /** How long to rest after work that took so long: five times as long, less with much to do, never less than the work. */
    long restAfter(long millis) {
        return Math.max(millis, millis * EASE * FEW / Math.max(FEW, rows));
    }
}
