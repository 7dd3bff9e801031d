package org.walletcounter.loyalty.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.loyalty.Adjustment;
import org.walletcounter.loyalty.EarnRequest;
import org.walletcounter.loyalty.Gift;
import org.walletcounter.loyalty.LoyaltyError;
import org.walletcounter.loyalty.Points;
import org.walletcounter.loyalty.PointsBalance;
import org.walletcounter.loyalty.PointsOffer;
import org.walletcounter.loyalty.PointsPart;
import org.walletcounter.loyalty.PointsReturn;
import org.walletcounter.loyalty.Programme;
import org.walletcounter.loyalty.SpendRequest;
import org.walletcounter.testing.TestDatabase;

/** Points from the sale to the refund, on a real database. */
class PointsTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final TestPoints shop = new TestPoints(DATABASE);
    private final UUID member = UUID.randomUUID();

    @AfterEach
    void theBooksHold() {
        assertThat(shop.findings()).isEmpty();
        assertThat(shop.ledger.door().check()).isEmpty();
        shop.close();
    }

    @Test
    void pointsWaitUntilGoodsCanNoLongerComeBack() {
        shop.programme(14, 365);
        shop.sell(member, 8800);
        assertThat(shop.balance(member).pending()).isEqualTo(88);
        shop.goOn(13);
        shop.tidy(member);
        assertThat(shop.balance(member).available()).isZero();
        shop.goOn(1);
        shop.tidy(member);
        assertThat(shop.balance(member).available()).isEqualTo(88);
        assertThat(shop.balance(member).pending()).isZero();
    }

    /** odoo/odoo#257854 and #238806: buy, refund, keep the points. */
    @Test
    void whoReturnsEverythingKeepsNoPoints() {
        shop.programme(14, 365);
        TestPoints.Sale early = shop.sell(member, 5000);
        shop.refundAll(early);
        assertThat(shop.balance(member).pending()).isZero();

        TestPoints.Sale late = shop.sell(member, 5000);
        shop.goOn(15);
        shop.tidy(member);
        shop.refundAll(late);
        shop.tidy(member);
        assertThat(shop.balance(member).available()).isZero();
        assertThat(shop.balance(member).debt()).isZero();
    }

    /** odoo/odoo#257854, the other half: the points were spent before the goods came back. */
    @Test
    void pointsThatWereSpentBeforeTheRefundAreOwedAndSettledByTheNextOnes() {
        Programme programme = shop.programme(0, 365);
        TestPoints.Sale first = shop.sell(member, 10_000);
        shop.tidy(member);
        shop.sell(member, programme.id(), 100, null, 1000);
        shop.tidy(member);
        PointsReturn back = shop.refund(first, 1, 10_000);
        assertThat(back.taken()).isEqualTo(100);
        assertThat(back.owed()).isEqualTo(100);
        shop.tidy(member);
        PointsBalance owing = shop.balance(member);
        assertThat(owing.available()).isZero();
        assertThat(owing.debt()).isEqualTo(91);

        shop.sell(member, 20_000);
        shop.tidy(member);
        assertThat(shop.balance(member).debt()).isZero();
        assertThat(shop.balance(member).available()).isEqualTo(200 - 91);
    }

    /** odoo/odoo#150833: what points pay earns no points. */
    @Test
    void whatPointsPayEarnsNoPoints() {
        Programme programme = shop.programme(0, 365);
        shop.sell(member, 10_000);
        shop.tidy(member);
        TestPoints.Sale half = shop.sell(member, programme.id(), 100, null, 200);
        assertThat(half.minor).isEqualTo(100);
        assertThat(half.earned).isEqualTo(1);
    }

    /** odoo/odoo#206048: points lapse, the oldest are spent first, and those that wait are not spent at all. */
    @Test
    void theFirstToLapseAreSpentFirstAndTheRestLapses() {
        Programme programme = shop.programme(0, 10);
        shop.sell(member, 5000);
        shop.tidy(member);
        shop.goOn(5);
        shop.sell(member, 5000);
        shop.tidy(member);
        shop.sell(member, programme.id(), 30, null, 600);
        shop.tidy(member);
        assertThat(shop.balance(member).lots())
                .extracting(PointsBalance.Lot::left)
                .containsExactly(20L, 50L, 5L);
        shop.goOn(6);
        shop.tidy(member);
        assertThat(shop.balance(member).lots())
                .extracting(PointsBalance.Lot::left)
                .containsExactly(50L, 5L);
        assertThat(shop.balance(member).available()).isEqualTo(55);
    }

    /** frappe/erpnext#59050: whatever uses points, they are gone. */
    @Test
    void pointsThatWereUsedForOneThingAreGoneForAllOthers() {
        Programme programme = shop.programme(0, 365);
        shop.sell(member, 10_000);
        shop.tidy(member);
        Gift gift = gift(programme, 100, 5);
        shop.in(() -> shop.points.gifting.give(shop.manager, id(gift), member, 1));
        assertThat(refusal(() -> shop.sell(member, programme.id(), 10, null, 1000)))
                .isEqualTo(LoyaltyError.NOT_ENOUGH_POINTS);
        assertThat(refusal(() -> shop.in(() -> shop.points.gifting.give(shop.manager, id(gift), member, 1))))
                .isEqualTo(LoyaltyError.NOT_ENOUGH_POINTS);
    }

    /** frappe/erpnext#14847: minimum, step and cap are enforced, each with its reason, in this order. */
    @Test
    void minimumStepAndCapAreEnforcedWithTheirReasons() {
        Programme plain = shop.programme(0, 365);
        Programme programme = shop.save(exchanging(plain, new Programme.Exchange(100, 100, 200, 50, 300L, null, null)));
        shop.sell(member, 100_000);
        shop.tidy(member);
        assertThat(refusal(() -> spend(programme, 100, 1000))).isEqualTo(LoyaltyError.BELOW_LEAST);
        assertThat(refusal(() -> spend(programme, 250, 1000))).isEqualTo(LoyaltyError.NOT_A_STEP);
        assertThat(refusal(() -> spend(programme, 300, 500))).isEqualTo(LoyaltyError.OVER_EXCHANGE_CAP);
        assertThat(refusal(() -> spend(programme, 400, 10_000))).isEqualTo(LoyaltyError.OVER_EXCHANGE_CAP);
        assertThat(spend(programme, 300, 10_000).minor()).isEqualTo(300);
        PointsOffer offer = offer(10_000);
        assertThat(offer.most()).isEqualTo(300);
        assertThat(offer.worth()).isEqualTo(Money.of(300, "GBP"));
        assertThat(offer(300).whyNot()).isEqualTo(LoyaltyError.OVER_EXCHANGE_CAP);
    }

    @Test
    void pointsAreExchangedInThePeriodOnly() {
        Programme plain = shop.programme(0, 365);
        LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        Programme programme = shop.save(
                exchanging(plain, new Programme.Exchange(10, 10, 10, 100, null, today.plusDays(3), today.plusDays(5))));
        shop.sell(member, 100_000);
        shop.tidy(member);
        assertThat(refusal(() -> spend(programme, 100, 1000))).isEqualTo(LoyaltyError.EXCHANGE_CLOSED);
        assertThat(offer(1000).whyNot()).isEqualTo(LoyaltyError.EXCHANGE_CLOSED);
        shop.goOn(4);
        assertThat(spend(programme, 100, 1000).minor()).isEqualTo(100);
    }

    /** opensourcepos/opensourcepos#4579: points of a parked sale are held, and are free again when it is cancelled. */
    @Test
    void pointsOfAParkedSaleAreHeldAndNotSpent() {
        Programme programme = shop.programme(0, 365);
        shop.sell(member, 10_000);
        shop.tidy(member);
        UUID hold = hold(programme, 100);
        assertThat(shop.balance(member).available()).isZero();
        assertThat(shop.balance(member).balance()).isEqualTo(100);
        assertThat(refusal(() -> hold(programme, 10))).isEqualTo(LoyaltyError.NOT_ENOUGH_POINTS);
        shop.ledger.door().release(hold);
        assertThat(shop.balance(member).available()).isEqualTo(100);

        UUID again = hold(programme, 100);
        shop.sell(member, programme.id(), 100, again, 1000);
        shop.tidy(member);
        assertThat(shop.balance(member).balance()).isEqualTo(9);
    }

    @Test
    void heldPointsDoNotLapseUntilTheirSaleIsDecided() {
        Programme programme = shop.programme(0, 10);
        shop.sell(member, 10_000);
        shop.tidy(member);
        UUID hold = hold(programme, 60);
        shop.goOn(11);
        shop.tidy(member);
        assertThat(shop.balance(member).balance()).isEqualTo(60);
        shop.ledger.door().release(hold);
        shop.tidy(member);
        assertThat(shop.balance(member).balance()).isZero();
    }

    /** macrozheng/mall#1003 and vendurehq/vendure#4660, for points: one balance, many sales at once. */
    @Test
    void twoHundredSalesAtOnceSpendTheSamePointsOnce() {
        Programme programme = shop.programme(0, 365);
        shop.sell(member, 10_000);
        shop.tidy(member);
        ExecutorService tills = Executors.newFixedThreadPool(6);
        List<CompletableFuture<Boolean>> all = IntStream.range(0, 200)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> succeeds(programme), tills))
                .toList();
        long paid = all.stream().filter(CompletableFuture::join).count();
        tills.shutdown();
        assertThat(paid).isEqualTo(1);
        shop.tidy(member);
        assertThat(shop.balance(member).available()).isEqualTo(1);
    }

    private boolean succeeds(Programme programme) {
        try {
            shop.sell(member, programme.id(), 100, null, 210);
            return true;
        } catch (CounterException refused) {
            assertThat(refused.error()).isIn(LoyaltyError.NOT_ENOUGH_POINTS, LedgerError.INSUFFICIENT_FUNDS);
            return false;
        }
    }

    @Test
    void pointsThatComeBackAfterTheyWouldHaveLapsedLiveALittleLonger() {
        Programme programme = shop.programme(0, 10);
        shop.sell(member, 10_000);
        shop.tidy(member);
        TestPoints.Sale paid = shop.sell(member, programme.id(), 100, null, 1000);
        shop.goOn(11);
        shop.tidy(member);
        shop.refundAll(paid);
        shop.tidy(member);
        assertThat(shop.balance(member).available()).isEqualTo(100);
        shop.goOn(4);
        shop.tidy(member);
        assertThat(shop.balance(member).available()).isZero();
    }

    @Test
    void whatLapsedUnusedIsNotOwedWhenThePurchaseComesBack() {
        shop.programme(0, 10);
        TestPoints.Sale sale = shop.sell(member, 10_000);
        shop.tidy(member);
        shop.goOn(11);
        shop.tidy(member);
        PointsReturn back = shop.refund(sale, 1, 10_000);
        assertThat(back.taken()).isEqualTo(100);
        assertThat(back.owed()).isZero();
        shop.tidy(member);
        assertThat(shop.balance(member).debt()).isZero();
    }

    @Test
    void tierCategoryAndDayMultiplyAndTheHighestOfEachKindCounts() {
        LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        Programme programme = shop.programme(
                0,
                365,
                List.of(
                        new Programme.Multiplier(Programme.Multiplier.Kind.CATEGORY, "tea", 300),
                        new Programme.Multiplier(
                                Programme.Multiplier.Kind.DAY,
                                today.getDayOfWeek().name(),
                                150),
                        new Programme.Multiplier(Programme.Multiplier.Kind.DAY, today.toString(), 200),
                        new Programme.Multiplier(Programme.Multiplier.Kind.TIER, "GOLD", 150)));
        EarnRequest sale = new EarnRequest(
                member,
                UUID.randomUUID(),
                "S",
                Instant.now(),
                today,
                List.of(new EarnRequest.Line(1, "tea", 1, 999), new EarnRequest.Line(2, "cake", 1, 501)),
                0);
        // (999 × 3 + 501) × 2 × 1.5 / 100 = 104.94
        EarnedPoints earned = EarnedPoints.of(programme, sale, new Tiering.Place("GOLD", 120));
        assertThat(earned.total()).isEqualTo(104);
        assertThat(earned.lines()).extracting(EarnedPoints.Share::points).containsExactly(89L, 15L);
        // what the tier itself says counts where the programme is silent: × 1.2
        assertThat(EarnedPoints.of(programme, sale, new Tiering.Place("SILVER", 120))
                        .total())
                .isEqualTo(83);
    }

    @Test
    void aVisitEarnsOnceAndIsUndoneOnlyWhenAllComesBack() {
        Programme plain = shop.programme(5, 365);
        shop.save(new Programme(
                plain.id(),
                plain.code(),
                plain.nameEn(),
                plain.nameZh(),
                true,
                0,
                new Programme.Earning(Programme.Basis.VISIT, 7, 1, List.of(), 5),
                plain.lots(),
                plain.exchange()));
        TestPoints.Sale sale = shop.sell(member, 300, 200);
        assertThat(sale.earned).isEqualTo(7);
        shop.refund(sale, 1, 300);
        assertThat(shop.balance(member).pending()).isEqualTo(7);
        shop.refund(sale, 2, 200);
        assertThat(shop.balance(member).pending()).isZero();
    }

    @Test
    void aCorrectionNeedsAReasonAndASecondPerson() {
        Programme programme = shop.programme(0, 365);
        assertThat(refusal(() -> ask(programme, 50, " no "))).isEqualTo(LoyaltyError.REASON_MISSING);
        Adjustment asked = ask(programme, 50, "The till was down on Saturday");
        assertThat(shop.balance(member).available()).isZero();
        assertThat(refusal(() -> shop.in(() -> shop.points.adjusting.decide(shop.manager, asked.id(), true))))
                .isEqualTo(LoyaltyError.SECOND_PERSON_NEEDED);
        shop.in(() -> shop.points.adjusting.decide(shop.second, asked.id(), true));
        assertThat(shop.balance(member).available()).isEqualTo(50);
        assertThat(refusal(() -> shop.in(() -> shop.points.adjusting.decide(shop.second, asked.id(), true))))
                .isEqualTo(LoyaltyError.ALREADY_DECIDED);

        Adjustment take = ask(programme, -80, "Given twice by mistake");
        assertThat(refusal(() -> shop.in(() -> shop.points.adjusting.decide(shop.second, take.id(), true))))
                .isEqualTo(LoyaltyError.NOT_ENOUGH_POINTS);
        Adjustment less = ask(programme, -30, "Given twice by mistake");
        shop.in(() -> shop.points.adjusting.decide(shop.second, less.id(), true));
        assertThat(shop.balance(member).available()).isEqualTo(20);
    }

    @Test
    void lotsCanBeExtended() {
        Programme programme = shop.programme(0, 10);
        shop.sell(member, 10_000);
        shop.tidy(member);
        LocalDate later =
                LocalDate.ofInstant(shop.clock.instant(), ZoneOffset.UTC).plusDays(20);
        Adjustment asked = shop.in(() -> shop.points.adjusting.ask(
                shop.manager, new Adjustment.Wish(member, id(programme), 0, later, "Closed for repairs")));
        shop.in(() -> shop.points.adjusting.decide(shop.second, asked.id(), true));
        shop.goOn(15);
        shop.tidy(member);
        assertThat(shop.balance(member).available()).isEqualTo(100);
        shop.goOn(6);
        shop.tidy(member);
        assertThat(shop.balance(member).available()).isZero();
    }

    @Test
    void theLastGiftIsGivenOnceAndComesBackWithItsPoints() {
        Programme programme = shop.programme(0, 365);
        Gift gift = gift(programme, 40, 1);
        shop.sell(member, 10_000);
        shop.tidy(member);
        UUID given = shop.in(() -> shop.points.gifting.give(shop.manager, id(gift), member, 1));
        assertThat(shop.balance(member).available()).isEqualTo(60);
        assertThat(refusal(() -> shop.in(() -> shop.points.gifting.give(shop.manager, id(gift), member, 1))))
                .isEqualTo(LoyaltyError.GIFT_GONE);
        shop.in(() -> {
            shop.points.gifting.takeBack(shop.manager, given);
            return given;
        });
        assertThat(shop.balance(member).available()).isEqualTo(100);
        assertThat(shop.points.gifting.all(shop.merchant).get(0).stock()).isEqualTo(1);
        assertThat(refusal(() -> shop.in(() -> {
                    shop.points.gifting.takeBack(shop.manager, given);
                    return given;
                })))
                .isEqualTo(LoyaltyError.GIFT_TAKEN_BACK);
    }

    @Test
    void theStatementRunsToTheBalance() {
        Programme programme = shop.programme(0, 365);
        shop.sell(member, 10_000);
        shop.tidy(member);
        shop.sell(member, programme.id(), 30, null, 600);
        var lines = shop.in(() -> shop.points.reading.statement(shop.merchant, member, id(programme), null, 50))
                .items();
        assertThat(lines)
                .extracting(line -> line.kind() + " " + line.amount() + " " + line.balance())
                .containsExactly("payment -30 70", "points-matured 100 100");
    }

    @Test
    void whatIsOwedToMembersIsListedByTheMonthInWhichItLapses() {
        Programme programme = shop.programme(14, 30);
        shop.sell(member, 10_000);
        var owed = shop.in(() -> shop.points.reading.liability(shop.merchant, id(programme)));
        assertThat(owed).singleElement().satisfies(month -> {
            assertThat(month.pending()).isEqualTo(100);
            assertThat(month.worth()).isEqualTo(Money.of(100, "GBP"));
            assertThat(month.members()).isEqualTo(1);
        });
    }

    @Test
    void rulesThatCannotBeAreRefusedAtTheirField() {
        Programme plain = shop.programme(0, 365);
        assertThatThrownBy(() -> shop.save(exchanging(plain, new Programme.Exchange(0, 1, 0, 50, null, null, null))))
                .isInstanceOfSatisfying(CounterException.class, refused -> {
                    assertThat(refused.error()).isEqualTo(LoyaltyError.RULE_INVALID);
                    assertThat(refused.field()).isEqualTo("exchange.points");
                });
    }

    private static Programme exchanging(Programme programme, Programme.Exchange exchange) {
        return new Programme(
                programme.id(),
                programme.code(),
                programme.nameEn(),
                programme.nameZh(),
                true,
                0,
                programme.earning(),
                programme.lots(),
                exchange);
    }

    private PointsPart spend(Programme programme, long points, long payable) {
        return shop.points.exchanging.spend(
                shop.manager,
                new SpendRequest(
                        member,
                        id(programme),
                        Ids.next(shop.clock),
                        "S",
                        shop.clock.instant(),
                        LocalDate.ofInstant(shop.clock.instant(), ZoneOffset.UTC),
                        points,
                        Money.of(payable, "GBP"),
                        null));
    }

    private PointsOffer offer(long payable) {
        return shop.points
                .exchanging
                .offers(shop.merchant, member, Money.of(payable, "GBP"))
                .get(0);
    }

    private UUID hold(Programme programme, long points) {
        UUID hold = Ids.next(shop.clock);
        shop.in(() -> {
            shop.points.exchanging.hold(
                    shop.manager,
                    new Points.HoldPoints(hold, member, id(programme), points, Duration.ofDays(30), "parked"));
            return hold;
        });
        return hold;
    }

    private Adjustment ask(Programme programme, long points, String reason) {
        return shop.in(() -> shop.points.adjusting.ask(
                shop.manager, new Adjustment.Wish(member, id(programme), points, null, reason)));
    }

    private Gift gift(Programme programme, long points, int stock) {
        Gift made = shop.in(() -> shop.points.gifting.save(
                shop.manager, new Gift(null, id(programme), "mug", "Mug", "杯子", points, true, 0)));
        return shop.in(() -> shop.points.gifting.stock(shop.manager, id(made), stock));
    }

    private static UUID id(Gift gift) {
        return Objects.requireNonNull(gift.id());
    }

    private static UUID id(Programme programme) {
        return Objects.requireNonNull(programme.id());
    }

    private static ErrorCode refusal(Runnable work) {
        try {
            work.run();
        } catch (CounterException refused) {
            return refused.error();
        }
        throw new AssertionError("Nothing was refused.");
    }
}
