package org.walletcounter.promotions.internal.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Holdings;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.PointsOffer;
import org.walletcounter.promotions.PriceList;
import org.walletcounter.promotions.Prize;
import org.walletcounter.promotions.Promise;
import org.walletcounter.promotions.Quote;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.RefundPlan;
import org.walletcounter.promotions.ReturnRequest;
import org.walletcounter.promotions.ReturnRequest.Given;
import org.walletcounter.promotions.ReturnRequest.Policy;
import org.walletcounter.promotions.Sale;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.VoucherOffer;

class ReturningTest {

    private final PurePricing pricing = new PurePricing();

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void returningEverythingInAnyPartsEndsWhereTheSaleBegan(
            @ForAll long seed, @ForAll Policy policy, @ForAll @IntRange(min = 1, max = 5) int lines) {
        Sample sample = new Sample(seed);
        QuoteRequest request = sample.request(lines, 3, true);
        Offers offers = sample.offers(4);
        Quote quote = pricing.quote(request, offers);
        Sale sale = pricing.sale(request, offers, quote);
        Sums sums = new Sums();
        Random random = new Random(seed);
        Map<Integer, Integer> before = new HashMap<>();
        while (sums.pieces(before) < sums.pieces(sold(quote))) {
            Map<Integer, Integer> now = some(quote, before, random);
            Given given = new Given(sums.money, 0, sums.points);
            RefundPlan plan = pricing.refund(sale, new ReturnRequest(before, now, policy, given));
            assertThat(plan.given()).as("no amount went back").isZero();
            sums.add(plan);
            now.forEach((line, pieces) -> before.merge(line, pieces, Integer::sum));
        }
        assertThat(sums.money).isEqualTo(quote.totals().payable());
        assertThat(sums.points).isEqualTo(quote.totals().pointsSpent());
        assertThat(sums.reversed).isEqualTo(funded(quote));
        assertThat(sums.vouchers)
                .isEqualTo(quote.verdicts().stream()
                        .filter(each -> each.voucher())
                        .mapToInt(each -> each.used())
                        .sum());
        assertThat(sums.promised)
                .isEqualTo(quote.promises().stream().mapToLong(Promise::count).sum());
    }

    /** Of a holding, those that are free and those that still reduce something are no more than were used. */
    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void aVoucherThatIsFreeAgainReducesNothingThatIsKept(
            @ForAll long seed, @ForAll Policy policy, @ForAll @IntRange(min = 1, max = 5) int lines) {
        Sample sample = new Sample(seed);
        Sale sale = sale(sample.request(lines, 3, true), sample.offers(4));
        Map<UUID, Integer> free = new HashMap<>();
        Random random = new Random(seed);
        Map<Integer, Integer> before = new HashMap<>();
        while (!kept(sale, before, policy).nothing()) {
            Map<Integer, Integer> now = some(sale.quote(), before, random);
            RefundPlan plan = pricing.refund(sale, new ReturnRequest(before, now, policy, Given.NOTHING));
            plan.vouchersBack().forEach(voucher -> free.merge(voucher, 1, Integer::sum));
            now.forEach((line, pieces) -> before.merge(line, pieces, Integer::sum));
            Kept kept = kept(sale, before, policy);
            assertThat(sale.request().holdings().vouchers())
                    .allSatisfy(voucher -> assertThat(free.getOrDefault(voucher.holdingId(), 0)
                                    + reducing(sale, kept, voucher.holdingId()))
                            .isLessThanOrEqualTo(voucher.count()));
        }
    }

    @Test
    void whoReturnsHalfOfAHalfPricePairGetsAShareOrTheRestOrTheListPriceOfNothing() {
        Sale sale = sale(
                Sample.request(Sample.basket(Sample.line(1, "cup1", 2, 10_000))),
                Sample.offers(Sample.promotion(1, new Benefit.NthItem(2, 5_000))));
        assertThat(sale.quote().totals().payable()).isEqualTo(15_000);
        assertThat(plan(sale, Policy.KEEP_SHARE, 1, 1).money()).isEqualTo(7_500);
        assertThat(plan(sale, Policy.RE_EVALUATE, 1, 1).money()).isEqualTo(5_000);
        assertThat(plan(sale, Policy.CLAW_BACK, 1, 1).money()).isEqualTo(5_000);
    }

    /** 170.00 and 17.00 of tax were paid; one cup alone is 100.00 and 10.00. */
    @Test
    void whatIsTakenBackOfADiscountIsTakenBackWithItsTax() {
        Benefit ladder = new Benefit.Ladder(List.of(new Benefit.Ladder.Step(15_000, 3_000)));
        Sale sale = sale(Sample.request(taxed()), Sample.offers(Sample.promotion(1, ladder)));
        assertThat(sale.quote().totals().payable()).isEqualTo(18_700);
        assertThat(plan(sale, Policy.KEEP_SHARE, 1, 1).money()).isEqualTo(9_350);
        assertThat(plan(sale, Policy.RE_EVALUATE, 1, 1).money()).isEqualTo(7_700);
        assertThat(plan(sale, Policy.CLAW_BACK, 1, 1).money()).isEqualTo(7_700);
        assertThat(plan(sale, Policy.CLAW_BACK, 1, 1).withheld()).isEqualTo(1_650);
    }

    /** 20.00 of points spare 2.00 of tax: 198.00 were paid for two cups of 110.00. */
    @Test
    void nothingIsWithheldForTheTaxThatPointsSpare() {
        QuoteRequest plain = Sample.request(taxed());
        PointsOffer points =
                new PointsOffer(new UUID(9, 9), 2_000, new PointsOffer.ExchangeTerms(100, 100, 5_000, 0), null);
        QuoteRequest request = new QuoteRequest(
                plain.basket(), plain.shopper(), new Holdings(List.of(), points), plain.wishes(), plain.moment());
        Sale sale = sale(request, Offers.NONE);
        assertThat(sale.quote().totals().payable()).isEqualTo(19_800);
        for (Policy policy : Policy.values()) {
            RefundPlan plan = plan(sale, policy, 1, 1);
            assertThat(plan.money()).as("%s", policy).isEqualTo(9_900);
            assertThat(plan.withheld()).isZero();
            assertThat(plan.points()).isEqualTo(1_000);
        }
    }

    @Test
    void theCashierSeesWhatIsWithheldAndWhy() {
        Benefit ladder = new Benefit.Ladder(List.of(new Benefit.Ladder.Step(10_000, 2_000)));
        Sale sale = sale(
                Sample.request(Sample.basket(Sample.line(1, "cup1", 1, 6_000), Sample.line(2, "tea1", 1, 4_000))),
                Sample.offers(Sample.promotion(1, ladder)));
        RefundPlan plan = plan(sale, Policy.CLAW_BACK, 2, 1);
        assertThat(plan.goods()).isEqualTo(3_200);
        assertThat(plan.withheld()).isEqualTo(1_200);
        assertThat(plan.money()).isEqualTo(2_000);
        assertThat(plan.reversals())
                .containsExactly(new RefundPlan.Reversal(new UUID(1, 1), new UUID(1, 1), "merchant", 2_000));
    }

    @Test
    void whatWentBackBeforeAsAnAmountIsToldAsThatAndNotAsADiscount() {
        Sale sale = sale(Sample.request(Sample.basket(Sample.line(1, "cup1", 2, 1_000))), Offers.NONE);
        RefundPlan one = given(sale, Map.of(), 500);
        assertThat(one.goods()).isEqualTo(1_000);
        assertThat(one.money()).isEqualTo(500);
        assertThat(one.withheld()).isZero();
        assertThat(one.given()).isEqualTo(500);
        RefundPlan other = given(sale, Map.of(1, 1), 1_000);
        assertThat(other.money()).isEqualTo(1_000);
        assertThat(other.given()).as("the first one has seen to it").isZero();
    }

    @Test
    void anAmountOfMoreThanTheGoodsIsTakenOffTheNextOnesToo() {
        Sale sale = sale(Sample.request(Sample.basket(Sample.line(1, "cup1", 2, 1_000))), Offers.NONE);
        RefundPlan one = given(sale, Map.of(), 1_500);
        assertThat(one.money()).isZero();
        assertThat(one.given()).isEqualTo(1_000);
        assertThat(one.withheld()).isZero();
        RefundPlan other = given(sale, Map.of(1, 1), 1_500);
        assertThat(other.money()).isEqualTo(500);
        assertThat(other.given()).isEqualTo(500);
        assertThat(other.withheld()).isZero();
    }

    /** The second one takes the threshold away that the first one had left: then less is due than is back already. */
    @Test
    void whatEarlierGoodsGaveBackIsNoAmountAlthoughLessIsDueSince() {
        Benefit ladder = new Benefit.Ladder(List.of(new Benefit.Ladder.Step(10_000, 2_000)));
        Basket.Line tea = Sample.line(2, "tea1", 1, 1_000);
        Basket.Line cake = Sample.line(3, "cake1", 1, 1_000);
        Sale sale = sale(
                Sample.request(Sample.basket(Sample.line(1, "cup1", 1, 9_500), tea, cake)),
                Sample.offers(Sample.promotion(1, ladder)));
        RefundPlan first = back(sale, Map.of(), 3, Given.NOTHING);
        assertThat(first.money()).isEqualTo(826);
        RefundPlan second = back(sale, Map.of(3, 1), 2, new Given(826, 0, 0));
        assertThat(second.money()).isZero();
        assertThat(second.withheld()).isEqualTo(826);
        RefundPlan third = back(sale, Map.of(2, 1, 3, 1), 1, new Given(826, 0, 0));
        assertThat(third.money()).isEqualTo(8_674);
        assertThat(third.given()).isZero();
        assertThat(third.withheld()).as("what the second one had kept back").isEqualTo(-826);
    }

    @Test
    void nothingGoesBackWhenTheKeptGoodsAloneCostMoreThanWasPaid() {
        Benefit ladder = new Benefit.Ladder(List.of(new Benefit.Ladder.Step(10_100, 5_000)));
        Sale sale = sale(
                Sample.request(Sample.basket(Sample.line(1, "cup1", 1, 10_000), Sample.line(2, "tea1", 1, 100))),
                Sample.offers(Sample.promotion(1, ladder)));
        assertThat(plan(sale, Policy.RE_EVALUATE, 2, 1).money()).isZero();
        ReturnRequest rest = new ReturnRequest(Map.of(2, 1), Map.of(1, 1), Policy.RE_EVALUATE, Given.NOTHING);
        assertThat(pricing.refund(sale, rest).money()).isEqualTo(5_100);
    }

    @Test
    void aVoucherIsFreeAgainWhenNothingOfItIsLeft() {
        Terms terms = Terms.of("v", "CNY", new Benefit.AmountOff(500));
        Sale sale = sale(
                Sample.request(Sample.basket(Sample.line(1, "cup1", 2, 1_000)), Sample.voucher(1, 2, terms)),
                Offers.NONE);
        assertThat(plan(sale, Policy.KEEP_SHARE, 1, 1).vouchersBack()).isEmpty();
        assertThat(plan(sale, Policy.KEEP_SHARE, 1, 2).vouchersBack()).containsExactly(new UUID(2, 1), new UUID(2, 1));
    }

    @Test
    void aVoucherThatMakesKeptGoodsCheaperInsteadIsNotFreeBeforeTheyAreBack() {
        Sale sale = sale(
                Sample.request(
                        Sample.basket(Sample.line(1, "cup1", 1, 10_000), Sample.line(2, "tea1", 1, 8_000)),
                        Sample.voucher(1, new Benefit.FreeItems(1))),
                Offers.NONE);
        assertThat(sale.quote().totals().payable()).isEqualTo(8_000);
        RefundPlan first = plan(sale, Policy.RE_EVALUATE, 1, 1);
        assertThat(first.money()).isEqualTo(8_000);
        assertThat(first.vouchersBack()).isEmpty();
        assertThat(second(sale, Policy.RE_EVALUATE).vouchersBack()).containsExactly(new UUID(2, 1));

        assertThat(plan(sale, Policy.KEEP_SHARE, 1, 1).vouchersBack()).containsExactly(new UUID(2, 1));
        assertThat(second(sale, Policy.KEEP_SHARE).vouchersBack()).isEmpty();
    }

    @Test
    void aVoucherThatAsksForMoreThanIsKeptIsFreeWhenItsPieceIsBack() {
        Terms terms = Terms.of("v", "CNY", new Benefit.FreeItems(1)).when(Condition.from(15_000));
        Sale sale = sale(
                Sample.request(
                        Sample.basket(Sample.line(1, "cup1", 1, 10_000), Sample.line(2, "tea1", 1, 8_000)),
                        Sample.voucher(1, 1, terms)),
                Offers.NONE);
        assertThat(plan(sale, Policy.RE_EVALUATE, 1, 1).vouchersBack()).containsExactly(new UUID(2, 1));
        assertThat(second(sale, Policy.RE_EVALUATE).vouchersBack()).isEmpty();
    }

    @Test
    void pointsAndMoneyGoBackTogether() {
        PointsOffer points =
                new PointsOffer(new UUID(9, 9), 1_000, new PointsOffer.ExchangeTerms(100, 100, 5_000, 0), null);
        QuoteRequest plain = Sample.request(Sample.basket(Sample.line(1, "cup1", 2, 1_000)));
        QuoteRequest request = new QuoteRequest(
                plain.basket(), plain.shopper(), new Holdings(List.of(), points), plain.wishes(), plain.moment());
        Sale sale = sale(request, Offers.NONE);
        assertThat(sale.quote().totals().payable()).isEqualTo(1_000);
        RefundPlan plan = plan(sale, Policy.KEEP_SHARE, 1, 1);
        assertThat(plan.money()).isEqualTo(500);
        assertThat(plan.points()).isEqualTo(500);
    }

    @Test
    void aGiftIsAskedBackWhenItsThresholdIsNoLongerReached() {
        Sale sale = sale(
                Sample.request(Sample.basket(Sample.line(1, "cup1", 2, 6_000))),
                Sample.offers(Sample.promotion(1, giftFrom(10_000))));
        assertThat(plan(sale, Policy.KEEP_SHARE, 1, 1).promisesBack()).isEmpty();
        assertThat(plan(sale, Policy.RE_EVALUATE, 1, 1).promisesBack())
                .extracting(each -> each.part().what())
                .containsExactly("cup9");
    }

    @Test
    void whetherAGiftIsAskedBackGoesByThePricesOfTheListsThatTheSaleHad() {
        Sale dearer = sale(Sample.request(Sample.basket(Sample.line(1, "cup1", 2, 6_000))), giftAndCupsAt(12_000));
        Sale cheaper = sale(Sample.request(Sample.basket(Sample.line(1, "cup1", 3, 6_000))), giftAndCupsAt(4_500));
        for (Policy policy : List.of(Policy.RE_EVALUATE, Policy.CLAW_BACK)) {
            assertThat(plan(dearer, policy, 1, 1).promisesBack())
                    .as("%s", policy)
                    .isEmpty();
            assertThat(plan(cheaper, policy, 1, 1).promisesBack())
                    .as("%s", policy)
                    .extracting(each -> each.part().what())
                    .containsExactly("cup9");
        }
    }

    /** Half of 8,000,000,000: what it is worth times how much of it there is does not fit into a long. */
    @Test
    void aCreditOfAnyAmountComesBackWithItsWorth() {
        Sale sale = sale(
                Sample.request(Sample.basket(Sample.line(1, "cup1", 1, 8_000_000_000L))),
                Sample.offers(Sample.promotion(1, new Benefit.CashBack(5_000, null, 7))));
        assertThat(plan(sale, Policy.KEEP_SHARE, 1, 1).promisesBack())
                .extracting(each -> each.part().count(), each -> each.part().worth())
                .containsExactly(tuple(4_000_000_000L, 4_000_000_000L));
    }

    @Test
    void twoCreditsOfOneCampaignComeBackEachForItself() {
        Terms terms = Terms.of("v", "CNY", new Benefit.CashBack(1_000, null, 7));
        Sale sale = sale(
                Sample.request(Sample.basket(Sample.line(1, "cup1", 2, 5_000)), Sample.voucher(1, 2, terms)),
                Offers.NONE);
        assertThat(sale.quote().promises()).extracting(Promise::count).containsExactly(1_000L, 1_000L);
        ReturnRequest rest = new ReturnRequest(Map.of(1, 1), Map.of(1, 1), Policy.KEEP_SHARE, Given.NOTHING);
        for (RefundPlan half : List.of(plan(sale, Policy.KEEP_SHARE, 1, 1), pricing.refund(sale, rest))) {
            assertThat(half.promisesBack())
                    .extracting(
                            RefundPlan.PromiseBack::line, each -> each.part().count())
                    .containsExactly(tuple(1, 500L), tuple(2, 500L));
        }
    }

    /** Half of the goods earn one cup for each voucher, not two because there are two vouchers. */
    @Test
    void ofTwoGiftVouchersOfOneCampaignEachGivesBackWhatTheKeptGoodsDoNotEarn() {
        Terms.Names cup = new Terms.Names("Cup", "杯子");
        Terms terms = Terms.of(
                "v",
                "CNY",
                new Benefit.GiftLadder(List.of(
                        new Benefit.GiftLadder.Step(5_000, List.of(new Benefit.GiftLadder.Present("CUP", cup, 1, 100))),
                        new Benefit.GiftLadder.Step(
                                10_000, List.of(new Benefit.GiftLadder.Present("CUP", cup, 2, 100))))));
        VoucherOffer one = Sample.voucher(1, 2, terms).of(1);
        VoucherOffer other =
                new VoucherOffer(new UUID(2, 2), one.campaignId(), 1, one.terms(), 1, one.validFrom(), null);
        Sale sale = sale(Sample.request(Sample.basket(Sample.line(1, "cup1", 2, 5_000)), one, other), Offers.NONE);
        assertThat(sale.quote().promises()).extracting(Promise::count).containsExactly(2L, 2L);
        assertThat(plan(sale, Policy.CLAW_BACK, 1, 1).promisesBack())
                .extracting(RefundPlan.PromiseBack::line, each -> each.part().count())
                .containsExactly(tuple(1, 1L), tuple(2, 1L));
    }

    /** Nine tickets are worth four units together, and none of them is worth one. */
    @Test
    void whatIsRoundedOffTheWorthOfSomeTicketsComesBackWithTheRest() {
        Prize prize = new Prize("cup", new Terms.Names("Cup", "杯子"), 1, 10, 5_000, null, null, null);
        Benefit lottery = new Benefit.Lottery(1_000, 9, 9_999, null, null, null, null, List.of(prize));
        Sale sale = sale(
                Sample.request(Sample.basket(Sample.line(1, "cup1", 9, 1_000))),
                Sample.offers(Sample.promotion(1, lottery)));
        long count = 0;
        long worth = 0;
        for (int before = 0; before < 9; before++) {
            ReturnRequest one = new ReturnRequest(Map.of(1, before), Map.of(1, 1), Policy.RE_EVALUATE, Given.NOTHING);
            for (RefundPlan.PromiseBack each : pricing.refund(sale, one).promisesBack()) {
                count += each.part().count();
                worth += each.part().worth();
            }
        }
        assertThat(count).isEqualTo(9);
        assertThat(worth).isEqualTo(4);
    }

    @Test
    void moreThanIsKeptDoesNotComeBack() {
        Sale sale = sale(Sample.request(Sample.basket(Sample.line(1, "cup1", 2, 1_000))), Offers.NONE);
        assertThatThrownBy(() -> plan(sale, Policy.KEEP_SHARE, 1, 3)).hasMessageContaining("now.1 [1, 2]");
        ReturnRequest again = new ReturnRequest(Map.of(1, 2), Map.of(1, 1), Policy.KEEP_SHARE, Given.NOTHING);
        assertThatThrownBy(() -> pricing.refund(sale, again)).hasMessageContaining("RETURNS_MORE_THAN_KEPT");
    }

    /** Two cups of 100.00, to which a tenth of tax is added. */
    private static Basket taxed() {
        return new Basket(
                "1042",
                "CNY",
                List.of(Sample.line(1, "cup1", 2, 10_000).taxed(1_000)),
                Basket.Place.TILL,
                new Basket.PriceRules(false, 1, false));
    }

    private static Benefit giftFrom(long amount) {
        Terms.Names cup = new Terms.Names("Cup", "杯子");
        return new Benefit.GiftLadder(List.of(
                new Benefit.GiftLadder.Step(amount, List.of(new Benefit.GiftLadder.Present("cup9", cup, 1, 500)))));
    }

    /** A gift from 100.00, and cups at the price of a list. */
    private static Offers giftAndCupsAt(long unitAmount) {
        PriceList list = new PriceList(
                new UUID(4, 1), new Terms.Names("Cups", "杯子"), "CNY", Condition.ALWAYS, Map.of("cup1", unitAmount));
        return new Offers(List.of(Sample.promotion(1, giftFrom(10_000))), List.of(list));
    }

    private Sale sale(QuoteRequest request, Offers offers) {
        return pricing.sale(request, offers, pricing.quote(request, offers));
    }

    private RefundPlan plan(Sale sale, Policy policy, int line, int pieces) {
        return pricing.refund(sale, new ReturnRequest(Map.of(), Map.of(line, pieces), policy, Given.NOTHING));
    }

    /** What one piece of the first line gives back after so much money went back. */
    private RefundPlan given(Sale sale, Map<Integer, Integer> before, long money) {
        return back(sale, before, 1, new Given(money, money, 0));
    }

    /** What a piece of a line gives back after all that. */
    private RefundPlan back(Sale sale, Map<Integer, Integer> before, int line, Given given) {
        return pricing.refund(sale, new ReturnRequest(before, Map.of(line, 1), Policy.CLAW_BACK, given));
    }

    /** What the second line gives back when the first one is back already. */
    private RefundPlan second(Sale sale, Policy policy) {
        return pricing.refund(sale, new ReturnRequest(Map.of(1, 1), Map.of(2, 1), policy, Given.NOTHING));
    }

    private Kept kept(Sale sale, Map<Integer, Integer> back, Policy policy) {
        Map<Integer, Integer> left = sold(sale.quote());
        back.forEach((line, pieces) -> left.merge(line, -pieces, Integer::sum));
        return Kept.of(pricing, sale, left, policy);
    }

    private static int reducing(Sale sale, Kept kept, UUID holding) {
        return (int) sale.quote().trace().stream()
                .filter(each -> each.source().id().equals(holding))
                .filter(each -> kept.carried(each) > 0)
                .count();
    }

    private static Map<Integer, Integer> sold(Quote quote) {
        Map<Integer, Integer> sold = new HashMap<>();
        quote.lines().forEach(line -> sold.put(line.line(), line.quantity()));
        return sold;
    }

    private static Map<Integer, Integer> some(Quote quote, Map<Integer, Integer> before, Random random) {
        Map<Integer, Integer> now = new HashMap<>();
        for (Quote.Line line : quote.lines()) {
            int left = line.quantity() - before.getOrDefault(line.line(), 0);
            now.put(line.line(), random.nextInt(left + 1));
        }
        return now;
    }

    private static long funded(Quote quote) {
        return quote.trace().stream()
                .filter(Returning::isReduction)
                .mapToLong(Adjustment::amount)
                .map(amount -> -amount)
                .sum();
    }

    /** What all returns gave back together. */
    private static final class Sums {

        private long money;
        private long points;
        private long reversed;
        private long promised;
        private int vouchers;

        void add(RefundPlan plan) {
            assertThat(plan.money()).isNotNegative();
            assertThat(plan.points()).isNotNegative();
            assertThat(plan.given()).isNotNegative();
            assertThat(plan.money() + plan.withheld() + plan.given()).isEqualTo(plan.goods());
            money += plan.money();
            points += plan.points();
            vouchers += plan.vouchersBack().size();
            reversed += plan.reversals().stream()
                    .mapToLong(RefundPlan.Reversal::amount)
                    .sum();
            promised += plan.promisesBack().stream()
                    .mapToLong(each -> each.part().count())
                    .sum();
        }

        int pieces(Map<Integer, Integer> of) {
            return of.values().stream().mapToInt(Integer::intValue).sum();
        }
    }
}
