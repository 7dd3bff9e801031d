package org.walletcounter.promotions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know of a campaign that draws.
 *
 * @param commitment SHA-256 of the seed, in hexadecimal
 * @param committedAt when it was published: before the first ticket
 * @param until the campaign's end, or null while it has none
 * @param closes from when on nothing can be drawn any more, or null while that is not known
 * @param seed 32 bytes in hexadecimal once it is revealed, else null
 * @param drawn how many tickets were drawn
 * @param editions the terms that went live, newest first
 * @param left by a prize's code, how many there are still
 */
public record DrawnCampaign(
        UUID campaignId,
        Terms.Names names,
        String currency,
        String commitment,
        Instant committedAt,
        @Nullable Instant until,
        @Nullable Instant closes,
        @Nullable String seed,
        @Nullable Instant revealedAt,
        long drawn,
        List<Edition> editions,
        Map<String, Long> left) {

    /** Keeps copies. */
    public DrawnCampaign {
        editions = List.copyOf(editions);
        left = Map.copyOf(left);
    }

    /** Whether it is a lottery; else a random amount off. */
    public boolean isLottery() {
        return editions.get(0).benefit() instanceof Benefit.Lottery;
    }

    /**
     * The odds in one version.
     *
     * @param benefit a {@link Benefit.Lottery} or a {@link Benefit.RandomOff}
     */
    public record Edition(int version, Benefit benefit) {}
}
