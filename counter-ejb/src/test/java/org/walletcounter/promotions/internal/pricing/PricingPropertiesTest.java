package org.walletcounter.promotions.internal.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Advice;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.Holdings;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Promotion;
import org.walletcounter.promotions.Quote;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.VoucherOffer;
import org.walletcounter.promotions.internal.goods.Scene;
import org.walletcounter.promotions.internal.goods.Working;

class PricingPropertiesTest {

    private final PurePricing pricing = new PurePricing();

    @Property(tries = 3_000, shrinking = ShrinkingMode.OFF)
    void theBestPriceIsTheOneThatTryingEverythingFinds(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int lines, @ForAll @IntRange(max = 9) int offers) {
        Sample sample = new Sample(seed);
        QuoteRequest request = sample.request(lines, offers / 2, false);
        Offers live = sample.offers(offers - offers / 2);
        Quote quote = pricing.quote(request, live);
        Search.Score best = byTryingEverything(request, live);
        assertThat(quote.search().exact()).isTrue();
        assertThat(quote.totals().net()).isEqualTo(best.net());
        assertThat(quote.promises().stream().mapToLong(each -> each.worth()).sum())
                .isEqualTo(best.worth());
        assertThat(quote.verdicts().stream()
                        .filter(each -> each.voucher())
                        .mapToInt(each -> each.used())
                        .sum())
                .isEqualTo(best.vouchers());
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void withAMarginGuardTheBestIsStillTheOneThatTryingEverythingFinds(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int lines, @ForAll @IntRange(max = 9) int offers) {
        Sample sample = new Sample(seed);
        QuoteRequest request = sample.costing(sample.request(lines, offers / 2, false));
        Offers live = sample.guarded(sample.offers(offers - offers / 2));
        Quote quote = pricing.quote(request, live);
        Search.Score best = byTryingEverything(request, live);
        assertThat(quote.search().exact()).isTrue();
        assertThat(quote.totals().net()).isEqualTo(best.net());
        assertThat(quote.promises().stream().mapToLong(each -> each.worth()).sum())
                .isEqualTo(best.worth());
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void withPromotionsThatDoTheSameTheBestIsStillTheOneThatTryingEverythingFinds(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int lines) {
        Sample sample = new Sample(seed);
        QuoteRequest request = sample.request(lines, 1, false);
        Offers live = Sample.twice(sample.offers(4));
        Quote quote = pricing.quote(request, live);
        Search.Score best = byTryingEverything(request, live);
        assertThat(quote.totals().net()).isEqualTo(best.net());
        assertThat(quote.promises().stream().mapToLong(each -> each.worth()).sum())
                .isEqualTo(best.worth());
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void nothingIsBelowZeroAndEverySumIsExact(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int lines, @ForAll @IntRange(max = 20) int offers) {
        Sample sample = new Sample(seed);
        QuoteRequest request = sample.request(lines, offers / 2, true);
        Quote quote = pricing.quote(request, sample.offers(offers - offers / 2));
        Quote.Totals totals = quote.totals();
        assertThat(totals.payable()).isNotNegative();
        assertThat(quote.lines()).allSatisfy(line -> {
            assertThat(line.net()).isBetween(0L, line.initial());
            assertThat(line.due()).isNotNegative();
        });
        assertThat(totals.payable())
                .isEqualTo(totals.list() + sum(quote.trace()))
                .isEqualTo(quote.lines().stream().mapToLong(Quote.Line::due).sum() + totals.rounding());
        assertThat(quote.trace()).allSatisfy(PricingPropertiesTest::sharesAndFundersAddUp);
        assertThat(quote.lines()).allSatisfy(line -> assertThat(line.due()).isEqualTo(line.list() + on(quote, line)));
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void theAnswerDoesNotHangOnTheOrderOfTheQuestion(@ForAll long seed) {
        Sample sample = new Sample(seed);
        QuoteRequest request = sample.request(6, 5, true);
        Offers offers = sample.offers(6);
        Quote quote = pricing.quote(request, offers);
        Random random = new Random(seed);
        List<Basket.Line> lines = shuffled(request.basket().lines(), random);
        List<VoucherOffer> vouchers = shuffled(request.holdings().vouchers(), random);
        List<Promotion> promotions = shuffled(offers.promotions(), random);
        QuoteRequest other = new QuoteRequest(
                request.basket().with(lines),
                request.shopper(),
                new Holdings(vouchers, request.holdings().points()),
                request.wishes(),
                request.moment());
        assertThat(pricing.quote(other, new Offers(promotions, List.of()))).isEqualTo(quote);
        assertThat(pricing.quote(request, offers)).isEqualTo(quote);
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void oneMoreVoucherNeverMakesItDearer(@ForAll long seed) {
        Sample sample = new Sample(seed);
        QuoteRequest request = sample.request(5, 6, false);
        Offers offers = sample.offers(5);
        VoucherOffer extra = request.holdings().vouchers().get(0);
        QuoteRequest without = new QuoteRequest(
                request.basket(),
                request.shopper(),
                request.holdings().without(extra.holdingId()),
                request.wishes(),
                request.moment());
        assertThat(pricing.quote(request, offers).totals().net())
                .isLessThanOrEqualTo(pricing.quote(without, offers).totals().net());
    }

    /** Whoever buys so much more of what the advice names saves what it says, or more by what else applies then. */
    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void adviceIsTrue(@ForAll long seed, @ForAll boolean guarded, @ForAll boolean wishing) {
        Sample sample = new Sample(seed);
        QuoteRequest drawn = sample.request(3, 2, false);
        QuoteRequest costing = guarded ? sample.costing(drawn) : drawn;
        Offers offers = guarded ? sample.guarded(sample.offers(4)) : sample.offers(4);
        QuoteRequest request = wishing ? wishing(costing, offers, new Random(seed)) : costing;
        Quote quote = pricing.quote(request, offers);
        int followed = 0;
        for (Advice advice : quote.advice()) {
            assertThat(advice.add()).isPositive();
            assertThat(advice.save()).isPositive();
            Optional<QuoteRequest> more = following(advice, request);
            more.ifPresent(
                    each -> assertThat(pricing.quote(each, offers).totals().net())
                            .isLessThanOrEqualTo(quote.totals().net() + advice.add() - advice.save()));
            followed += more.isPresent() ? 1 : 0;
        }
        Statistics.collect(followed > 0);
        Statistics.coverage(coverage -> coverage.check(true).count(baskets -> baskets >= 20));
    }

    /** The same question of somebody who insists on about every third of what is offered. */
    private static QuoteRequest wishing(QuoteRequest request, Offers offers, Random random) {
        Set<UUID> with = Stream.concat(
                        request.holdings().vouchers().stream().map(VoucherOffer::holdingId),
                        offers.promotions().stream().map(Promotion::id))
                .filter(each -> random.nextInt(3) == 0)
                .collect(Collectors.toSet());
        return new QuoteRequest(
                request.basket(),
                request.shopper(),
                request.holdings(),
                new QuoteRequest.Wishes(Set.of(), with),
                request.moment());
    }

    /** The dearest line that counts costs so much more; empty when its pieces cannot share that evenly. */
    private static Optional<QuoteRequest> following(Advice advice, QuoteRequest request) {
        Basket.Line dearest = request.basket().lines().stream()
                .filter(advice.of()::covers)
                .reduce((one, other) -> other.amount() > one.amount() ? other : one)
                .orElseThrow();
        if (advice.add() % dearest.quantity() != 0) {
            return Optional.empty();
        }
        long unitAmount = dearest.unitAmount() + advice.add() / dearest.quantity();
        List<Basket.Line> lines = request.basket().lines().stream()
                .map(line -> line.line() == dearest.line() ? priced(line, unitAmount) : line)
                .toList();
        return Optional.of(new QuoteRequest(
                request.basket().with(lines),
                request.shopper(),
                request.holdings(),
                request.wishes(),
                request.moment()));
    }

    private static Basket.Line priced(Basket.Line line, long unitAmount) {
        return new Basket.Line(
                line.line(),
                line.sku(),
                line.category(),
                line.brand(),
                line.tags(),
                line.quantity(),
                unitAmount,
                line.taxBasisPoints(),
                line.daysLeft(),
                line.unitCost());
    }

    private static Search.Score byTryingEverything(QuoteRequest request, Offers offers) {
        Scene scene = Scene.of(request);
        List<Candidate> candidates =
                new Preparing(request, scene).prepare(offers).candidates();
        Legality legality = new Legality(candidates);
        Guarding guard = new Guarding(scene, candidates, offers.guard());
        Search.Score best = score(new Combination(scene, candidates, legality, 0));
        for (long set = 1; set < 1L << candidates.size(); set++) {
            Combination combination = new Combination(scene, candidates, legality, set);
            if (legality.legal(set) && giving(combination) == set && guard.keeps(combination.after(), set)) {
                Search.Score score = score(combination);
                best = score.compareTo(best) < 0 ? score : best;
            }
        }
        return best;
    }

    /** Those of a combination that give something: what does not is not chosen, though it could use up pieces. */
    private static long giving(Combination combination) {
        Working working = Working.of(combination.scene());
        long giving = 0;
        for (int i = 0; i < combination.candidates().size(); i++) {
            boolean gives =
                    combination.has(i) && combination.candidates().get(i).apply(working);
            giving |= gives ? 1L << i : 0;
        }
        return giving;
    }

    private static Search.Score score(Combination combination) {
        Working after = combination.after();
        int vouchers = 0;
        for (int i = 0; i < combination.candidates().size(); i++) {
            boolean voucher = combination.candidates().get(i).voucher();
            vouchers += combination.has(i) && voucher ? 1 : 0;
        }
        return new Search.Score(combination.chosen(), 0, after.total(), after.worth(), vouchers);
    }

    private static void sharesAndFundersAddUp(Adjustment adjustment) {
        if (adjustment.step() != Adjustment.Step.ROUNDING) {
            assertThat(adjustment.shares().stream()
                            .mapToLong(Adjustment.Share::amount)
                            .sum())
                    .isEqualTo(adjustment.amount());
        }
        if (Returning.isReduction(adjustment)) {
            assertThat(adjustment.funders().stream()
                            .mapToLong(Adjustment.Funder::amount)
                            .sum())
                    .isEqualTo(-adjustment.amount());
        }
    }

    private static long on(Quote quote, Quote.Line line) {
        return quote.trace().stream()
                .flatMap(each -> each.shares().stream())
                .filter(share -> share.line() == line.line())
                .mapToLong(Adjustment.Share::amount)
                .sum();
    }

    private static long sum(List<Adjustment> trace) {
        return trace.stream().mapToLong(Adjustment::amount).sum();
    }

    private static <T> List<T> shuffled(List<T> items, Random random) {
        List<T> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
