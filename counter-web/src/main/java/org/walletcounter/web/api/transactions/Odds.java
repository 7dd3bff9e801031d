package org.walletcounter.web.api.transactions;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.DrawnCampaign;
import org.walletcounter.promotions.Prize;
import org.walletcounter.promotions.Terms;

/**
 * Commitment and odds as the API writes them.
 *
 * @param kind LOTTERY or RANDOM_OFF
 */
public record Odds(
        UUID campaignId,
        Terms.Names names,
        String kind,
        String currency,
        String commitment,
        Instant committedAt,
        @Nullable Instant until,
        @Nullable Instant closes,
        @Nullable String seed,
        @Nullable Instant revealedAt,
        long drawn,
        List<Edition> editions) {

    static Odds of(DrawnCampaign campaign) {
        return new Odds(
                campaign.campaignId(),
                campaign.names(),
                campaign.isLottery() ? "LOTTERY" : "RANDOM_OFF",
                campaign.currency(),
                campaign.commitment(),
                campaign.committedAt(),
                campaign.until(),
                campaign.closes(),
                campaign.seed(),
                campaign.revealedAt(),
                campaign.drawn(),
                campaign.editions().stream()
                        .map(each -> Edition.of(each, campaign))
                        .toList());
    }

    /**
     * The odds in one version: the chances in their order, each as many numbers as its weight, from 0 up; what is above is a
     * blank.
     *
     * @param substitute the code of the prize that stands in for one that is gone
     * @param draws how many tickets one member may draw
     * @param wins how many prizes one member may win
     */
    public record Edition(
            int version,
            long weights,
            long blank,
            @Nullable String substitute,
            @Nullable Integer draws,
            @Nullable Integer wins,
            List<Chance> chances) {

        static Edition of(DrawnCampaign.Edition edition, DrawnCampaign campaign) {
            if (edition.benefit() instanceof Benefit.Lottery lottery) {
                return new Edition(
                        edition.version(),
                        lottery.weights(),
                        lottery.blanks(),
                        lottery.substitute(),
                        lottery.draws(),
                        lottery.wins(),
                        lottery.prizes().stream()
                                .map(each -> Chance.of(each, campaign))
                                .toList());
            }
            Benefit.RandomOff random = (Benefit.RandomOff) edition.benefit();
            List<Chance> chances = random.chances().stream()
                    .map(each -> new Chance(null, null, "OFF", each.weight(), each.off(), null, null, null))
                    .toList();
            return new Edition(edition.version(), random.weights(), 0, null, null, null, chances);
        }
    }

    /**
     * One chance.
     *
     * @param gives GIFT, VOUCHER, POINTS, CREDIT, or OFF for a random amount off
     * @param worth in minor units; of money and of an amount off, how much it is
     */
    public record Chance(
            @Nullable String code,
            Terms.@Nullable Names names,
            String gives,
            long weight,
            long worth,
            @Nullable Integer points,
            @Nullable Integer stock,
            @Nullable Long left) {

        static Chance of(Prize prize, DrawnCampaign campaign) {
            return new Chance(
                    prize.code(),
                    prize.names(),
                    prize.what().name(),
                    prize.weight(),
                    prize.worth(),
                    prize.points(),
                    prize.stock(),
                    campaign.left().get(prize.code()));
        }
    }
}
