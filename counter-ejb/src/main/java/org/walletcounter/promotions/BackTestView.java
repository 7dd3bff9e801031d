package org.walletcounter.promotions;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A back-test as it stands.
 *
 * @param names what the campaign is called
 * @param budget what it may cost in all by the draft that is tried, in minor units; null where it has no such limit
 * @param ordersTotal how many sales the period has, or null while they are not counted yet
 * @param ordersDone how many were looked at
 * @param result what was found so far; final when the state is DONE
 */
public record BackTestView(
        UUID id,
        BackTests.Order order,
        Terms.Names names,
        @Nullable Long budget,
        State state,
        @Nullable Long ordersTotal,
        long ordersDone,
        String author,
        Instant askedAt,
        @Nullable Instant endedAt,
        BackTestResult result) {

    /** The life of a back-test. */
    public enum State {
        /** Waits for a node. */
        WAITING,
        /** A node is at work on it. */
        RUNNING,
        /** All sales were looked at. */
        DONE,
        /** Somebody stopped it. */
        CANCELLED,
        /** It broke off again and again without getting further. */
        FAILED
    }
}
