package org.walletcounter.promotions.internal.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.promotions.Advice;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.MarginGuard;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Promotion;
import org.walletcounter.promotions.Quote;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.Sale;
import org.walletcounter.promotions.Selection;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.Verdict;
import org.walletcounter.promotions.Verdict.Reason;
import org.walletcounter.promotions.VoucherOffer;

/** What the margin guard refuses, and what not; and who is held out. */
class GuardingTest {

    private static final MarginGuard TWENTY_PERCENT = new MarginGuard(2_000, null);

    private final PurePricing pricing = new PurePricing();

    @Test
    void whatWouldLeaveTooLittleIsNotAppliedAndSaysSo() {
        // A tea for 100 that costs 70: 87.50 leave 20 %.
        QuoteRequest request = Sample.request(Sample.basket(tea(7_000L)));
        Quote tenOff = quote(request, TWENTY_PERCENT, amountOff(1_000));
        assertThat(tenOff.totals().net()).isEqualTo(9_000);
        Quote justEnough = quote(request, TWENTY_PERCENT, amountOff(1_250));
        assertThat(justEnough.totals().net()).isEqualTo(8_750);
        Quote tooMuch = quote(request, TWENTY_PERCENT, amountOff(1_251));
        assertThat(tooMuch.totals().net()).isEqualTo(10_000);
        assertThat(reasons(tooMuch)).containsExactly(Reason.MARGIN_GUARD);
        assertThat(tooMuch.search().exact()).isTrue();
    }

    @Test
    void ofTwoThatAreTooMuchTogetherTheBetterOneIsApplied() {
        QuoteRequest request = Sample.request(Sample.basket(tea(7_000L)));
        Quote quote = quote(request, TWENTY_PERCENT, amountOff(700), amountOff(900));
        assertThat(quote.totals().net()).isEqualTo(9_100);
        assertThat(reasons(quote)).containsExactlyInAnyOrder(Reason.USED, Reason.MARGIN_GUARD);
    }

    @Test
    void vouchersAreGuardedToo() {
        VoucherOffer voucher = Sample.voucher(1, new Benefit.AmountOff(5_000));
        QuoteRequest request = Sample.request(Sample.basket(tea(7_000L)), voucher);
        assertThat(reasons(quote(request, TWENTY_PERCENT))).containsExactly(Reason.MARGIN_GUARD);
        assertThat(reasons(quote(request, MarginGuard.OFF))).containsExactly(Reason.USED);
    }

    @Test
    void whatNobodyKnowsTheCostOfIsNotGuardedNorWhatIsDearFromTheStart() {
        QuoteRequest unknown = Sample.request(Sample.basket(tea(null)));
        assertThat(quote(unknown, TWENTY_PERCENT, amountOff(9_000)).totals().net())
                .isEqualTo(1_000);
        // The tea is sold below its cost already: nothing reduces it further, the cup beside it may be reduced.
        Basket basket =
                Sample.basket(tea(20_000L), Sample.line(2, "cups1", 1, 5_000).costing(1_000L));
        Quote quote = quote(
                Sample.request(basket),
                TWENTY_PERCENT,
                amountOff(1_000),
                Sample.promotion(
                        9, Terms.of("Cups", "CNY", new Benefit.AmountOff(800)).on(Selection.ofCategories("cups"))));
        assertThat(quote.lines()).extracting(Quote.Line::net).containsExactly(10_000L, 4_200L);
    }

    @Test
    void aCampaignWithALimitOfItsOwnMayGoDeeperOrNotAsDeep() {
        QuoteRequest request = Sample.request(Sample.basket(tea(7_000L)));
        Promotion clearance = Sample.promotion(
                1, Terms.of("Out", "CNY", new Benefit.AmountOff(4_000)).leaving(-2_000));
        assertThat(quote(request, TWENTY_PERCENT, clearance).totals().net()).isEqualTo(6_000);
        Promotion careful = Sample.promotion(
                2, Terms.of("Careful", "CNY", new Benefit.AmountOff(1_000)).leaving(2_500));
        assertThat(reasons(quote(request, TWENTY_PERCENT, careful))).containsExactly(Reason.MARGIN_GUARD);
        assertThat(reasons(quote(request, MarginGuard.OFF, careful))).containsExactly(Reason.MARGIN_GUARD);
    }

    @Test
    void theWholeSaleMayBeGuardedWhereOneLineMaySinkForAnother() {
        Basket basket =
                Sample.basket(tea(7_000L), Sample.line(2, "cups1", 1, 10_000).costing(1_000L));
        Promotion tea = Sample.promotion(
                1, Terms.of("Tea", "CNY", new Benefit.AmountOff(4_000)).on(Selection.ofCategories("tea")));
        MarginGuard sale = new MarginGuard(null, 4_000);
        assertThat(quote(Sample.request(basket), sale, tea).totals().net()).isEqualTo(16_000);
        assertThat(quote(Sample.request(basket), new MarginGuard(null, 5_100), tea)
                        .totals()
                        .net())
                .isEqualTo(20_000);
    }

    @Test
    void whatGoodsCostIsNotKeptWithTheSale() {
        QuoteRequest request = Sample.request(Sample.basket(tea(7_000L)));
        Offers offers = new Offers(List.of(amountOff(1_000)), List.of(), TWENTY_PERCENT);
        Sale sale = pricing.sale(request, offers, pricing.quote(request, offers));
        assertThat(sale.request().basket().lines())
                .extracting(Basket.Line::unitCost)
                .containsOnlyNulls();
    }

    @Test
    void aShareOfTheMembersIsHeldOutAlwaysTheSameOnes() {
        Promotion promotion = Sample.promotion(
                1, Terms.of("Off", "CNY", new Benefit.AmountOff(100)).holdingOut(1_000));
        Promotion next = new Promotion(promotion.id(), 2, promotion.terms(), promotion.from(), null);
        Promotion other = Sample.promotion(2, promotion.terms());
        int out = 0;
        int both = 0;
        for (int i = 0; i < 20_000; i++) {
            UUID member = new UUID(i, 7L * i);
            assertThat(next.holdsOut(member)).isEqualTo(promotion.holdsOut(member));
            out += promotion.holdsOut(member) ? 1 : 0;
            both += promotion.holdsOut(member) && other.holdsOut(member) ? 1 : 0;
        }
        assertThat(out).isBetween(1_850, 2_150);
        assertThat(both).as("another campaign holds others out").isBetween(140, 260);
    }

    @Test
    void whoIsHeldOutIsToldAndSomebodyUnknownIsNot() {
        Terms all = Terms.of("Off", "CNY", new Benefit.AmountOff(100)).holdingOut(5_000);
        UUID member = Objects.requireNonNull(Sample.GOLD.memberId());
        Promotion keeps = null;
        for (int i = 0; keeps == null; i++) {
            Promotion next = Sample.promotion(i, all);
            keeps = next.holdsOut(member) ? next : null;
        }
        QuoteRequest request = Sample.request(Sample.basket(tea(null)));
        assertThat(reasons(quote(request, MarginGuard.OFF, keeps))).containsExactly(Reason.HELD_OUT);
        QuoteRequest unknown = new QuoteRequest(
                request.basket(),
                org.walletcounter.promotions.Shopper.UNKNOWN,
                request.holdings(),
                request.wishes(),
                request.moment());
        assertThat(reasons(quote(unknown, MarginGuard.OFF, keeps))).containsExactly(Reason.USED);
        assertThatThrownBy(() -> all.holdingOut(5_001)).hasMessageContaining("COUNT_INVALID at heldOut");
        assertThatThrownBy(() -> all.leaving(10_000)).hasMessageContaining("COUNT_INVALID at leastMargin");
    }

    /** The tea is sold below what it should leave already: dearer it still leaves too little to be reduced. */
    @Test
    void whatTheGuardWouldNotLetThroughIsNotAdvised() {
        QuoteRequest request = Sample.request(Sample.basket(tea(20_000L)));
        Promotion off = Sample.promotion(
                1, Terms.of("Off", "CNY", new Benefit.AmountOff(400)).when(Condition.from(10_500)));
        assertThat(quote(request, MarginGuard.OFF, off).advice())
                .extracting(Advice::add, Advice::save)
                .containsExactly(tuple(500L, 400L));
        assertThat(quote(request, TWENTY_PERCENT, off).advice()).isEmpty();
    }

    private int promotions;

    private Promotion amountOff(long off) {
        return Sample.promotion(++promotions + 100, new Benefit.AmountOff(off));
    }

    private static Basket.Line tea(@org.jspecify.annotations.Nullable Long cost) {
        return Sample.line(1, "tea1", 1, 10_000).costing(cost);
    }

    private Quote quote(QuoteRequest request, MarginGuard guard, Promotion... promotions) {
        return pricing.quote(request, new Offers(List.of(promotions), List.of(), guard));
    }

    private static List<Reason> reasons(Quote quote) {
        return quote.verdicts().stream().map(Verdict::reason).toList();
    }
}
