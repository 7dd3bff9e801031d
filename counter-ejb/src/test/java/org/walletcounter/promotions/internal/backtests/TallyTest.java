package org.walletcounter.promotions.internal.backtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.promotions.BackTestResult;
import org.walletcounter.promotions.BackTestResult.Category;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.CampaignDraft;
import org.walletcounter.promotions.Holdings;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Quote;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.Shopper;
import org.walletcounter.promotions.internal.pricing.PurePricing;

class TallyTest {

    private static final long HALF = 1_000_000_000_000_000L;

    /** The sums of a year in a currency of small units, times ten thousand, do not fit into a long. */
    @Test
    void sharesAreRightHoweverMuchWasSold() {
        Tally tally =
                new Tally(soFar(new Category("cups", 2 * HALF, HALF, 2 * HALF, HALF, 0, 0)), CampaignDraft.Limits.NONE);
        tally.add(LocalDate.of(2026, 11, 20), unreached());
        assertThat(tally.result().categories())
                .containsExactly(new Category("cups", 2 * HALF + 1_000, HALF, 2 * HALF, HALF, 4_999, 5_000));
    }

    private static BackTestResult soFar(Category category) {
        BackTestResult none = BackTestResult.nothing("CNY");
        return new BackTestResult(
                none.currency(),
                0,
                0,
                0,
                none.sums(),
                none.margin(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(category));
    }

    /** One cup of 10.00, which nothing reduces. */
    private static Trial.Priced unreached() {
        Basket basket = new Basket(
                "1",
                "CNY",
                List.of(Basket.Line.of(1, "cup", "cups", 1, 1_000)),
                Basket.Place.TILL,
                Basket.PriceRules.PLAIN);
        QuoteRequest request = new QuoteRequest(
                basket,
                Shopper.UNKNOWN,
                Holdings.NONE,
                QuoteRequest.Wishes.NONE,
                Instant.parse("2026-11-20T12:00:00Z").atZone(ZoneOffset.UTC));
        Quote quote = new PurePricing().quote(request, Offers.NONE);
        return new Trial.Priced(UUID.randomUUID(), request, quote, quote, false);
    }
}
