package org.walletcounter.loyalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member's points in one programme.
 *
 * @param balance what has matured, held points included
 * @param available what can be spent now
 * @param pending earned, and not to be spent yet
 * @param debt taken back after it had been spent; the next points settle it; zero or more
 * @param worth what the available points give in money off, in minor units
 * @param lots what is left of each lot, the first to be spent first
 */
public record PointsBalance(
        UUID programmeId,
        String nameEn,
        String nameZh,
        long balance,
        long available,
        long pending,
        long debt,
        long worth,
        List<Lot> lots) {

    /**
     * What is left of points earned at once.
     *
     * @param source PURCHASE, ADJUSTMENT or RETURN
     * @param reference the sale they are from
     * @param maturesAt from when they may be spent
     * @param expiresAt when they lapse, or null
     * @param lastDay the last day on which they may be spent, in the merchant's zone, or null
     */
    public record Lot(
            UUID id,
            String source,
            @Nullable String reference,
            long earned,
            long left,
            boolean pending,
            Instant maturesAt,
            @Nullable Instant expiresAt,
            @Nullable LocalDate lastDay) {}
}
