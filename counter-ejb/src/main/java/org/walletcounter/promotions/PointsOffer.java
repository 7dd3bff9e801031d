package org.walletcounter.promotions;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points that may be spent on this sale.
 *
 * @param programmeId what the loyalty module calls the programme
 * @param balance the points that can be spent
 * @param terms how they turn into money
 * @param wanted how many the customer wants to spend; null for as many as the terms allow, 0 for none
 */
public record PointsOffer(
        UUID programmeId,
        long balance,
        ExchangeTerms terms,
        @Nullable Long wanted) {

    /**
     * How points turn into money off (积分抵扣).
     *
     * @param points so many points …
     * @param worth … are worth so many minor units; only whole multiples are spent
     * @param capBasisPoints the most of the order that points may pay
     * @param leastPoints from how many on they may be spent at all
     */
    public record ExchangeTerms(long points, long worth, int capBasisPoints, long leastPoints) {

        /** Refuses a rate without substance. */
        public ExchangeTerms {
            Sound.count("points", points, 1, 1_000_000_000);
            Sound.positive("worth", worth);
            Sound.share("capBasisPoints", capBasisPoints);
            Sound.count("leastPoints", leastPoints, 0, Long.MAX_VALUE);
        }
    }
}
