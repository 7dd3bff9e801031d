package org.walletcounter.loyalty;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;

/**
 * What a member's points may do for a sale: the terms that checkout shows.
 *
 * @param available the points that can be spent now
 * @param step only multiples of it are exchanged
 * @param least the fewest points of one exchange
 * @param most the most points this sale takes; zero if none
 * @param worth what {@code most} gives in money off
 * @param whyNot why {@code most} is zero, or null
 */
public record PointsOffer(
        UUID programmeId,
        String nameEn,
        String nameZh,
        long available,
        long step,
        long stepWorth,
        long least,
        long most,
        Money worth,
        @Nullable LoyaltyError whyNot) {}
