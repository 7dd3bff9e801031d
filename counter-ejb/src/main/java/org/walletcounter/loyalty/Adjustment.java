package org.walletcounter.loyalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A correction of somebody's points, which one person asks for and another decides about (积分调整). */
public record Adjustment(
        UUID id,
        Wish wish,
        State state,
        String askedBy,
        Instant askedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    /**
     * What is asked for.
     *
     * @param points to give, or below zero to take; zero to extend only
     * @param extendTo the day to whose end all of the member's lots shall live at least, or null
     * @param reason 5 to 200 characters
     */
    public record Wish(
            UUID memberId,
            UUID programmeId,
            long points,
            @Nullable LocalDate extendTo,
            String reason) {}

    /** Where it stands. */
    public enum State {
        /** Nobody has decided. */
        OPEN,
        /** Done. */
        APPROVED,
        /** Not done. */
        DECLINED
    }
}
