package org.walletcounter.promotions.internal.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.promotions.Advice;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Holdings;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.PointsOffer;
import org.walletcounter.promotions.Prize;
import org.walletcounter.promotions.Promise;
import org.walletcounter.promotions.Promotion;
import org.walletcounter.promotions.Quote;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.RefundPlan;
import org.walletcounter.promotions.ReturnRequest;
import org.walletcounter.promotions.ReturnRequest.Given;
import org.walletcounter.promotions.ReturnRequest.Policy;
import org.walletcounter.promotions.Sale;
import org.walletcounter.promotions.Selection;
import org.walletcounter.promotions.Shopper;
import org.walletcounter.promotions.Stacking;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.Verdict;
import org.walletcounter.promotions.VoucherOffer;
import org.walletcounter.promotions.VoucherTerms;

/** What users of other products have asked for, thread by thread, as far as it concerns the price. */
class KnownComplaintsTest {

    private final PurePricing pricing = new PurePricing();

    /** frappe/erpnext#14847: minimum spend not enforced, no cap on redemption, the tier unused. */
    @Test
    void minimumSpendCapAndTierAreEnforcedAndTheAnswerSaysWhatIsMissing() {
        Terms gold = Terms.of("gold", "CNY", new Benefit.PercentOff(1_000, 500L))
                .when(Condition.all(new Condition.Tiers(Set.of("gold")), Condition.from(10_000)));
        QuoteRequest small = Sample.request(Sample.basket(Sample.line(1, "cup1", 1, 9_000)));
        Verdict verdict = verdict(quote(small, Sample.promotion(1, gold)), 1);
        assertThat(verdict.reason()).isEqualTo(Verdict.Reason.AMOUNT_MISSING);
        assertThat(verdict.figure()).isEqualTo(1_000);
        QuoteRequest large = Sample.request(Sample.basket(Sample.line(1, "cup1", 1, 90_000)));
        assertThat(quote(large, Sample.promotion(1, gold)).totals().net()).isEqualTo(89_500);
        QuoteRequest stranger =
                new QuoteRequest(large.basket(), Shopper.UNKNOWN, Holdings.NONE, QuoteRequest.Wishes.NONE, Sample.NOON);
        assertThat(verdict(quote(stranger, Sample.promotion(1, gold)), 1).reason())
                .isEqualTo(Verdict.Reason.NOT_FOR_YOU);
    }

    /** frappe/erpnext#14847: points pay no more than their cap. */
    @Test
    void pointsPayNoMoreThanTheirShareOfTheOrder() {
        PointsOffer points =
                new PointsOffer(new UUID(9, 9), 1_000_000, new PointsOffer.ExchangeTerms(100, 100, 3_000, 0), null);
        QuoteRequest plain = Sample.request(Sample.basket(Sample.line(1, "cup1", 1, 9_950)));
        QuoteRequest request = new QuoteRequest(
                plain.basket(), plain.shopper(), new Holdings(List.of(), points), plain.wishes(), plain.moment());
        assertThat(quote(request).totals().points()).isEqualTo(2_900);
    }

    /** saleor/saleor#14995: several vouchers for one checkout. */
    @Test
    void severalVouchersApplyToOneOrder() {
        Quote quote = quote(Sample.request(
                Sample.basket(Sample.line(1, "cup1", 1, 10_000)),
                Sample.voucher(1, new Benefit.AmountOff(1_000)),
                Sample.voucher(2, new Benefit.PercentOff(1_000, null)),
                Sample.voucher(3, 2, Terms.of("twice", "CNY", new Benefit.AmountOff(500)))));
        assertThat(quote.totals().net()).isEqualTo(7_100);
        assertThat(quote.verdicts()).extracting(Verdict::used).containsExactly(1, 1, 2);
    }

    /** saleor/saleor#3569: a voucher tied to a customer. */
    @Test
    void aVoucherBoundToSomebodyIsNotForAnybodyElse() {
        Terms mine =
                Terms.of("mine", "CNY", new Benefit.AmountOff(1_000)).when(new Condition.Segments(Set.of("regulars")));
        QuoteRequest request =
                Sample.request(Sample.basket(Sample.line(1, "cup1", 1, 5_000)), Sample.voucher(1, 1, mine));
        assertThat(quote(request).totals().net()).isEqualTo(4_000);
        QuoteRequest other = new QuoteRequest(
                request.basket(), Shopper.UNKNOWN, request.holdings(), request.wishes(), request.moment());
        assertThat(quote(other).totals().net()).isEqualTo(5_000);
    }

    /** saleor/saleor#17493: only one gift per promotion, no ladder of gifts. */
    @Test
    void giftsComeInALadderAndASubstituteWhenOneIsOut() {
        Benefit gifts = new Benefit.GiftLadder(List.of(
                new Benefit.GiftLadder.Step(5_000, List.of(present("pen"))),
                new Benefit.GiftLadder.Step(10_000, List.of(present("sold-out"), present("cup")))));
        assertThat(gift(4_999, gifts)).isEmpty();
        assertThat(gift(5_000, gifts)).extracting(Promise::what).containsExactly("pen");
        assertThat(gift(10_000, gifts)).extracting(Promise::what).containsExactly("cup");
    }

    /** What a gift is worth is a figure for the books: whoever leaves it empty means the gift all the same. */
    @Test
    void whatNobodyHasPutAWorthOnIsGivenAllTheSame() {
        Benefit gifts = new Benefit.GiftLadder(List.of(new Benefit.GiftLadder.Step(
                0, List.of(new Benefit.GiftLadder.Present("cup9", new Terms.Names("Cup", "杯子"), 1, 0)))));
        Basket basket = Sample.basket(Sample.line(1, "tea1", 1, 9_000));
        Quote promoted = quote(Sample.request(basket), Sample.promotion(1, gifts));
        assertThat(promoted.promises())
                .extracting(Promise::what, Promise::worth)
                .containsExactly(tuple("cup9", 0L));
        Quote redeemed = quote(Sample.request(basket, Sample.voucher(1, gifts)));
        assertThat(redeemed.promises())
                .extracting(Promise::what, Promise::worth)
                .containsExactly(tuple("cup9", 0L));
        assertThat(redeemed.verdicts()).extracting(Verdict::used).containsExactly(1);
    }

    /** A prize so rare that a ticket is worth less than the smallest coin is a prize. */
    @Test
    void ticketsAreGivenHoweverRareThePrizeAndTheirWorthIsRoundedOnceForAll() {
        Quote rare = quote(
                Sample.request(Sample.basket(Sample.line(1, "tea1", 1, 9_000))),
                Sample.promotion(1, oneInTenThousand(50)),
                Sample.promotion(2, oneInTenThousand(5_000)));
        assertThat(rare.promises())
                .extracting(Promise::kind, Promise::count, Promise::worth)
                .containsExactly(tuple(Promise.Kind.TICKETS, 9L, 0L), tuple(Promise.Kind.TICKETS, 9L, 4L));
    }

    private static Benefit oneInTenThousand(long worth) {
        Prize prize = new Prize("cup", new Terms.Names("Cup", "杯子"), 1, 10, worth, null, null, null);
        return new Benefit.Lottery(1_000, 9, 9_999, null, null, null, null, List.of(prize));
    }

    /** macrozheng/mall#1002: a coupon larger than the order, and a negative amount was stored. */
    @Test
    void aVoucherLargerThanTheOrderMakesItFreeAndNotNegative() {
        Quote quote = quote(Sample.request(
                Sample.basket(Sample.line(1, "cup1", 1, 300), Sample.line(2, "tea1", 1, 1)),
                Sample.voucher(1, new Benefit.AmountOff(100_000))));
        assertThat(quote.totals().payable()).isZero();
        assertThat(quote.lines()).extracting(Quote.Line::net).containsExactly(0L, 0L);
        assertThat(quote.verdicts().get(0).saved()).isEqualTo(301);
    }

    /** Sylius/RefundPlugin#252: what was free was refunded in full. */
    @Test
    void whatWasFreeGivesNothingBack() {
        Benefit free = new Benefit.BuyGet(1, 1, Selection.ofSkus("tea1"), 10_000);
        Sale sale = sale(
                Sample.request(Sample.basket(Sample.line(1, "cup1", 1, 5_000), Sample.line(2, "tea1", 1, 2_000))),
                Sample.promotion(1, Terms.of("tea", "CNY", free).on(Selection.ofSkus("cup1"))));
        assertThat(sale.quote().totals().payable()).isEqualTo(5_000);
        assertThat(refund(sale, Policy.KEEP_SHARE, Map.of(2, 1)).money()).isZero();
    }

    /** woocommerce/woocommerce#28436, solidusio/solidus#512: refunds at list price, the coupon forgotten. */
    @Test
    void aReturnedPieceGivesBackWhatWasPaidForItAndNotItsListPrice() {
        Sale sale = sale(Sample.request(
                Sample.basket(Sample.line(1, "cup1", 1, 7_000), Sample.line(2, "tea1", 1, 3_000)),
                Sample.voucher(1, new Benefit.AmountOff(1_000))));
        assertThat(refund(sale, Policy.KEEP_SHARE, Map.of(1, 1)).money()).isEqualTo(6_300);
        assertThat(refund(sale, Policy.KEEP_SHARE, Map.of(2, 1)).money()).isEqualTo(2_700);
    }

    /** smartlabsAT/sonata-project-ecommerce#177: buy six, return five, keep the threshold discount. */
    @Test
    void whoBuysSixAndReturnsFiveDoesNotKeepTheThresholdDiscount() {
        Benefit ladder = new Benefit.Ladder(List.of(new Benefit.Ladder.Step(10_000, 3_000)));
        Sale sale = sale(Sample.request(Sample.basket(Sample.line(1, "cup1", 6, 2_000))), Sample.promotion(1, ladder));
        assertThat(sale.quote().totals().payable()).isEqualTo(9_000);
        assertThat(refund(sale, Policy.KEEP_SHARE, Map.of(1, 5)).money()).isEqualTo(7_500);
        assertThat(refund(sale, Policy.RE_EVALUATE, Map.of(1, 5)).money()).isEqualTo(7_000);
        assertThat(refund(sale, Policy.CLAW_BACK, Map.of(1, 5)).withheld()).isEqualTo(500);
    }

    /** PrestaShop/PrestaShop#38659, reactioncommerce/reaction#6817, be-BOP-io-SA/be-BOP#2766: choose the best that conflict. */
    @Test
    void ofDiscountsThatExcludeEachOtherTheBestIsChosenAndTheOthersSayWhy() {
        Stacking one = Stacking.oneOf("shop");
        Promotion percent = Sample.promotion(
                1, Terms.of("15 %", "CNY", new Benefit.PercentOff(1_500, null)).stacked(one));
        Promotion amount = Sample.promotion(
                2, Terms.of("20 off", "CNY", new Benefit.AmountOff(2_000)).stacked(one));
        Quote small = quote(Sample.request(Sample.basket(Sample.line(1, "cup1", 1, 10_000))), percent, amount);
        assertThat(small.totals().net()).isEqualTo(8_000);
        assertThat(verdict(small, 1).reason()).isEqualTo(Verdict.Reason.EXCLUDED);
        assertThat(verdict(small, 1).rival()).isEqualTo(amount.id());
        Quote large = quote(Sample.request(Sample.basket(Sample.line(1, "cup1", 1, 20_000))), percent, amount);
        assertThat(large.totals().net()).isEqualTo(17_000);
    }

    /** The same threads: a discount that spoils the threshold of a better one is left out, and says what it would cost. */
    @Test
    void aDiscountThatSpoilsABetterOneIsLeftOut() {
        Promotion early = Sample.promotion(1, new Benefit.FixedPrice(9_990));
        Promotion ladder = Sample.promotion(2, new Benefit.Ladder(List.of(new Benefit.Ladder.Step(10_000, 2_000))));
        Quote quote = quote(Sample.request(Sample.basket(Sample.line(1, "cup1", 1, 10_000))), early, ladder);
        assertThat(quote.totals().net()).isEqualTo(8_000);
        assertThat(verdict(quote, 1).reason()).isEqualTo(Verdict.Reason.DEARER);
        assertThat(verdict(quote, 1).figure()).isEqualTo(1_990);
    }

    /** odoo/odoo#150833: the reward line itself earned points. The base for points is the net after vouchers. */
    @Test
    void theNetOfEachLineIsWhatPointsAreEarnedFrom() {
        Quote quote = quote(Sample.request(
                Sample.basket(Sample.line(1, "cup1", 1, 10_000)), Sample.voucher(1, new Benefit.AmountOff(4_000))));
        assertThat(quote.lines().get(0).net()).isEqualTo(6_000);
        assertThat(quote.lines()).hasSize(1);
    }

    /** The customer overrules with one tap. */
    @Test
    void theCustomerMayLeaveAVoucherOutOrInsistOnOne() {
        Stacking one = Stacking.oneOf("v");
        VoucherOffer ten = Sample.voucher(
                1, 1, Terms.of("10", "CNY", new Benefit.AmountOff(1_000)).stacked(one));
        VoucherOffer five = Sample.voucher(
                2, 1, Terms.of("5", "CNY", new Benefit.AmountOff(500)).stacked(one));
        QuoteRequest request = Sample.request(Sample.basket(Sample.line(1, "cup1", 1, 5_000)), ten, five);
        assertThat(quote(request).totals().net()).isEqualTo(4_000);
        Quote without = quote(wishing(request, Set.of(ten.holdingId()), Set.of()));
        assertThat(without.totals().net()).isEqualTo(4_500);
        assertThat(verdict(without, ten.holdingId()).reason()).isEqualTo(Verdict.Reason.NOT_WANTED);
        Quote with = quote(wishing(request, Set.of(), Set.of(five.holdingId())));
        assertThat(with.totals().net()).isEqualTo(4_500);
        assertThat(verdict(with, five.holdingId()).reason()).isEqualTo(Verdict.Reason.WANTED);
    }

    /** "Add so much to save so much" keeps its word. */
    @Test
    void adviceSaysWhatALittleMoreWouldSave() {
        Benefit ladder = new Benefit.Ladder(
                List.of(new Benefit.Ladder.Step(10_000, 2_000), new Benefit.Ladder.Step(20_000, 5_000)));
        Quote quote =
                quote(Sample.request(Sample.basket(Sample.line(1, "cup1", 1, 9_000))), Sample.promotion(1, ladder));
        assertThat(quote.advice()).hasSize(1);
        assertThat(quote.advice().get(0).add()).isEqualTo(1_000);
        assertThat(quote.advice().get(0).save()).isEqualTo(2_000);
        Quote next =
                quote(Sample.request(Sample.basket(Sample.line(1, "cup1", 1, 18_000))), Sample.promotion(1, ladder));
        assertThat(next.advice().get(0).add()).isEqualTo(2_000);
        assertThat(next.advice().get(0).save()).isEqualTo(3_000);
    }

    /** Tea enough is bought already: more tea, or more of anything else, would save nothing. */
    @Test
    void adviceNamesTheGoodsThatAreAskedForAndNotThoseThatBecomeCheaper() {
        Condition.Amount cups = new Condition.Amount(Selection.ofCategories("cups"), 3_000, Stacking.Base.DISCOUNTED);
        Condition.Amount tea = new Condition.Amount(Selection.ofCategories("tea"), 4_000, Stacking.Base.DISCOUNTED);
        Terms terms =
                Terms.of("off everything", "CNY", new Benefit.AmountOff(500)).when(Condition.all(tea, cups));
        Promotion promotion = Sample.promotion(1, terms);
        VoucherOffer voucher = Sample.voucher(1, 1, terms);
        List<Quote> now = List.of(quote(teaAndCups(5_000, 2_600), promotion), quote(teaAndCups(5_000, 2_600, voucher)));
        for (Quote each : now) {
            assertThat(each.totals().net()).isEqualTo(7_600);
            assertThat(each.advice())
                    .extracting(Advice::of, Advice::add, Advice::save)
                    .containsExactly(tuple(Selection.ofCategories("cups"), 400L, 500L));
        }
        List<Quote> more =
                List.of(quote(teaAndCups(5_000, 3_000), promotion), quote(teaAndCups(5_000, 3_000, voucher)));
        assertThat(more).allSatisfy(each -> assertThat(each.totals().net()).isEqualTo(7_600 + 400 - 500));
        assertThat(quote(teaAndCups(5_400, 2_600), promotion).totals().net()).isEqualTo(8_000);
    }

    /** What would come off anyway is not told in the name of an offer that would still not be reached. */
    @Test
    void adviceNamesNoOfferThatWouldGiveNothing() {
        Promotion percent = Sample.promotion(1, new Benefit.PercentOff(1_000, null));
        Promotion ladder = Sample.promotion(2, new Benefit.Ladder(List.of(new Benefit.Ladder.Step(10_000, 2_000))));
        Quote quote = quote(Sample.request(Sample.basket(Sample.line(1, "cup1", 1, 9_500))), percent, ladder);
        assertThat(verdict(quote, 2).reason()).isEqualTo(Verdict.Reason.AMOUNT_MISSING);
        assertThat(quote.advice()).isEmpty();
    }

    /** What the customer insists on goes first: once it can be used, it would cost them what another offer promised. */
    @Test
    void adviceNamesNothingThatAWishWouldTakeAway() {
        Set<String> everything = Set.of(Stacking.EVERYTHING);
        Stacking alone = new Stacking("", Stacking.ANY, Stacking.ANY, everything, 0, Stacking.Base.DISCOUNTED);
        Terms five = Terms.of("5 off", "CNY", new Benefit.AmountOff(500)).when(Condition.from(10_000));
        VoucherOffer wished = Sample.voucher(1, 1, five.stacked(alone));
        Terms ten = Terms.of("10 off", "CNY", new Benefit.AmountOff(1_000)).when(Condition.from(10_000));
        Promotion unreached = Sample.promotion(1, ten);
        Benefit steps = new Benefit.Ladder(
                List.of(new Benefit.Ladder.Step(5_000, 200), new Benefit.Ladder.Step(10_000, 1_000)));
        Promotion ladder = Sample.promotion(2, steps);
        Set<UUID> with = Set.of(wished.holdingId());
        QuoteRequest small = wishing(teaAndCups(5_000, 4_500, wished), Set.of(), with);
        QuoteRequest full = wishing(teaAndCups(5_500, 4_500, wished), Set.of(), with);

        assertThat(quote(small, unreached).advice())
                .extracting(Advice::id, Advice::add, Advice::save)
                .containsExactly(tuple(wished.holdingId(), 500L, 500L));
        assertThat(quote(full, unreached).totals().net()).isEqualTo(9_500);
        assertThat(quote(small, ladder).totals().net()).isEqualTo(9_300);
        assertThat(quote(small, ladder).advice()).isEmpty();
        assertThat(quote(full, ladder).totals().net()).isEqualTo(9_500);
    }

    /** A definition that would give the goods away is refused at its field. */
    @Test
    void aReductionThatReachesItsThresholdIsRefused() {
        assertThatThrownBy(() -> new Benefit.EachFull(1_000, 1_000, null))
                .hasMessageContaining("REDUCTION_REACHES_THRESHOLD at off");
        assertThatThrownBy(() -> new VoucherTerms(Terms.of("x", "CNY", new Benefit.AmountOff(1)), 0))
                .hasMessageContaining("COUNT_INVALID at perOrder");
    }

    private static QuoteRequest teaAndCups(long tea, long cups, VoucherOffer... vouchers) {
        Basket basket = Sample.basket(Sample.line(1, "tea1", 1, tea), Sample.line(2, "cups1", 1, cups));
        return Sample.request(basket, vouchers);
    }

    private List<Promise> gift(long amount, Benefit gifts) {
        QuoteRequest plain = Sample.request(Sample.basket(Sample.line(1, "tea1", 1, amount)));
        Basket.Place place = new Basket.Place(null, null, "till", "retail", Set.of(), Set.of("sold-out"));
        Basket basket = new Basket(
                "1", "CNY", plain.basket().lines(), place, plain.basket().rules());
        QuoteRequest request =
                new QuoteRequest(basket, plain.shopper(), plain.holdings(), plain.wishes(), plain.moment());
        return quote(request, Sample.promotion(1, gifts)).promises();
    }

    private static Benefit.GiftLadder.Present present(String sku) {
        return new Benefit.GiftLadder.Present(sku, new Terms.Names(sku, sku), 1, 500);
    }

    private Quote quote(QuoteRequest request, Promotion... promotions) {
        return pricing.quote(request, Sample.offers(promotions));
    }

    private Sale sale(QuoteRequest request, Promotion... promotions) {
        Offers offers = Sample.offers(promotions);
        return pricing.sale(request, offers, pricing.quote(request, offers));
    }

    private RefundPlan refund(Sale sale, Policy policy, Map<Integer, Integer> pieces) {
        return pricing.refund(sale, new ReturnRequest(Map.of(), pieces, policy, Given.NOTHING));
    }

    private static QuoteRequest wishing(QuoteRequest request, Set<UUID> without, Set<UUID> with) {
        return new QuoteRequest(
                request.basket(),
                request.shopper(),
                request.holdings(),
                new QuoteRequest.Wishes(without, with),
                request.moment());
    }

    private static Verdict verdict(Quote quote, int promotion) {
        return verdict(quote, new UUID(1, promotion));
    }

    private static Verdict verdict(Quote quote, UUID id) {
        return quote.verdicts().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
