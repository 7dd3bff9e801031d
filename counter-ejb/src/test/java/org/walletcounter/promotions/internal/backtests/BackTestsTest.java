package org.walletcounter.promotions.internal.backtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.ledger.internal.TestLedger;
import org.walletcounter.loyalty.internal.MovingClock;
import org.walletcounter.merchants.Directory;
import org.walletcounter.merchants.internal.TestMerchants;
import org.walletcounter.promotions.BackTestResult;
import org.walletcounter.promotions.BackTestResult.By;
import org.walletcounter.promotions.BackTestView;
import org.walletcounter.promotions.BackTestView.State;
import org.walletcounter.promotions.BackTests;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.CampaignDraft;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.CampaignView.Act;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.PastSales;
import org.walletcounter.promotions.Selection;
import org.walletcounter.promotions.Stacking;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.campaigns.CampaignGround;
import org.walletcounter.promotions.internal.campaigns.House;
import org.walletcounter.promotions.internal.definitions.JsonDefinitions;
import org.walletcounter.promotions.internal.draws.SeedSeal;
import org.walletcounter.promotions.internal.pricing.PurePricing;
import org.walletcounter.promotions.internal.tables.Tables;
import org.walletcounter.reporting.internal.past.SalesOfThePast;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestPersistence;

class BackTestsTest {

    private static final LocalDate LAST_DAY = PastShop.FIRST_DAY.plusDays(40);
    private static final Duration LONG = Duration.ofHours(1);

    private final TestDatabase database = TestDatabase.fresh();
    private final PastShop shop = new PastShop(database);
    private final Actor writer = new Actor("staff:1", "Wen", "manager", shop.merchant, null);
    private final Actor reviewer = new Actor("staff:2", "Rui", "manager", shop.merchant, null);
    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-20T04:00:00Z"));
    private final TestLedger books = TestLedger.on(database, clock);
    private final CampaignGround ground = new CampaignGround(
            database.app(),
            books.door(),
            new Days(clock),
            (merchant, currency, after, limit) -> List.of(),
            clock,
            act -> {},
            () -> new SeedSeal(1, Map.of(1, new byte[32])));
    private final BackTestRows rows = new BackTestRows(new Tables(database.app()), new JsonDefinitions());
    private final BackTests tests = new BackTesting(
            rows,
            ground.campaigns(),
            actor -> ground.offers(actor.merchantId()),
            (actor, store) -> directory().store(actor, store),
            clock);
    private final PastSales sales = new SalesOfThePast(database.app());
    private @Nullable Directory places;

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void itFindsWhatPricingEachSaleByHandFinds() {
        shop.sell(900);
        live(Terms.of("Cups", "CNY", new Benefit.PercentOff(1_000, null))
                .on(Selection.ofCategories("Cups"))
                .stacked(Stacking.oneOf("house")));
        CampaignView draft = draft(
                Terms.of("Five off forty", "CNY", new Benefit.EachFull(4_000, 500, 5_000L))
                        .stacked(Stacking.oneOf("house")),
                new CampaignDraft.Limits(20_000L, 50L, null, null, null));
        BackTestView view = tests.order(writer, order(draft));
        assertThat(view.state()).isEqualTo(State.WAITING);
        assertThat(worker().work(LONG)).isTrue();
        BackTestView done = tests.backTest(writer, view.id());
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.ordersTotal())
                .isEqualTo(done.ordersDone())
                .isEqualTo(done.result().orders())
                .isBetween(800L, 900L);
        assertThat(done.result()).isEqualTo(byHand(draft));
        sumsHangTogether(done.result());
        assertThat(done.result().overlaps()).singleElement().satisfies(overlap -> {
            assertThat(overlap.together()).isZero();
            assertThat(overlap.displaced()).isPositive();
            assertThat(done.result().sums().before() - done.result().sums().after())
                    .isEqualTo(done.result().sums().cost() - overlap.lost());
        });
    }

    /** Every part of a result tells the same story. */
    private static void sumsHangTogether(BackTestResult result) {
        long saved = result.sums().before() - result.sums().after();
        assertThat(result.reached()).isBetween(100L, result.orders());
        assertThat(saved).isPositive();
        for (By by : Set.of(By.PERSON, By.STORE)) {
            List<BackTestResult.Audience> parts =
                    result.audiences().stream().filter(each -> each.by() == by).toList();
            assertThat(parts).hasSize(2);
            assertThat(parts.stream().mapToLong(BackTestResult.Audience::orders).sum())
                    .isEqualTo(result.orders());
            assertThat(parts.stream().mapToLong(BackTestResult.Audience::saved).sum())
                    .isEqualTo(saved);
        }
        assertThat(result.days().stream().mapToLong(BackTestResult.Day::cost).sum())
                .isEqualTo(result.sums().cost() + result.sums().promised());
        assertThat(result.days().stream().mapToLong(BackTestResult.Day::reached).sum())
                .isEqualTo(result.reached());
        assertThat(result.categories().stream()
                        .mapToLong(BackTestResult.Category::list)
                        .sum())
                .isEqualTo(result.sums().list());
        assertThat(result.budgetUsedUpOn()).isNotNull();
        assertThat(result.numberUsedUpOn()).isNotNull();
        assertThat(result.margin().before() - result.margin().after()).isBetween(1L, saved);
        assertThat(result.categories().stream()
                        .filter(each -> each.category().equals("Cups"))
                        .findFirst())
                .hasValueSatisfying(
                        cups -> assertThat(cups.benchmark()).isCloseTo(1_000, org.assertj.core.data.Offset.offset(5)));
    }

    @Test
    void whatIsOverByThenOrHasNotBegunIsNoRival() {
        shop.sell(200);
        CampaignView draft = draft(
                Terms.of("Five off forty", "CNY", new Benefit.EachFull(4_000, 500, 5_000L))
                        .stacked(Stacking.oneOf("house")),
                CampaignDraft.Limits.NONE);
        BackTestResult alone = run(draft);
        Terms cups =
                Terms.of("Cups", "CNY", new Benefit.PercentOff(3_000, null)).stacked(Stacking.oneOf("house"));
        Instant now = clock.instant();
        live(new CampaignDraft(cups, now, now.plus(Duration.ofHours(1)), CampaignDraft.Limits.NONE));
        live(new CampaignDraft(cups, now.plus(Duration.ofDays(1)), null, CampaignDraft.Limits.NONE));
        clock.goOn(Duration.ofHours(2));
        BackTestResult later = run(draft);
        assertThat(later).isEqualTo(alone);
        assertThat(later.overlaps()).isEmpty();
    }

    @Test
    void membersAndFirstPurchasesAreKnown() {
        shop.sell(300);
        CampaignView draft = draft(
                Terms.of("Members", "CNY", new Benefit.AmountOff(100)).when(new Condition.Members()),
                CampaignDraft.Limits.NONE);
        BackTestResult result = run(draft);
        assertThat(result.audiences())
                .filteredOn(each -> each.by() == By.PERSON)
                .allSatisfy(
                        each -> assertThat(each.reached()).isEqualTo(each.code().equals("member") ? each.orders() : 0));
    }

    /** A draft that is saved again is another version: the one that was tried is in no campaign any more. */
    @Test
    void whatWasTriedKeepsItsBudgetWhenTheDraftIsSavedAgain() {
        Terms off = Terms.of("Off", "CNY", new Benefit.AmountOff(300));
        CampaignView draft = draft(off, new CampaignDraft.Limits(20_000L, null, null, null, null));
        BackTestView tried = done(draft);
        CampaignDraft free = new CampaignDraft(off, clock.instant(), null, CampaignDraft.Limits.NONE);
        CampaignView again = ground.campaigns().change(writer, draft.id(), draft.version(), free);
        assertThat(tests.backTest(writer, tried.id()).budget()).isEqualTo(20_000L);
        BackTestView ordered = tests.order(writer, order(again));
        assertThat(ordered.budget()).isNull();
        assertThat(tests.backTest(writer, ordered.id())).isEqualTo(ordered);
    }

    @Test
    void aSaleWithTwoTendersOfAKindIsASaleLikeOthers() {
        shop.pay(4_200, "WALLET", "CASH", "CASH");
        BackTestView view = done(draft(Terms.of("Off", "CNY", new Benefit.AmountOff(300)), CampaignDraft.Limits.NONE));
        assertThat(view.state()).isEqualTo(State.DONE);
        assertThat(view.result().reached()).isEqualTo(1);
    }

    @Test
    void aSaleThatIsNoBasketIsSkipped() {
        long beyond = 2_000_000_000_000L;
        shop.line(shop.pay(beyond, "CASH"), 1, beyond);
        shop.pay(beyond, "CASH");
        shop.pay(4_200, "CASH");
        BackTestView view = done(draft(Terms.of("Off", "CNY", new Benefit.AmountOff(300)), CampaignDraft.Limits.NONE));
        assertThat(view.state()).isEqualTo(State.DONE);
        assertThat(view.result().skipped()).isEqualTo(2);
        assertThat(view.result().reached()).isEqualTo(1);
    }

    @Test
    void faresOfGatesAreNoBaskets() {
        shop.payFares(50, 200);
        shop.pay(4_200, "WALLET");
        BackTestView view = done(draft(Terms.of("Off", "CNY", new Benefit.AmountOff(300)), CampaignDraft.Limits.NONE));
        assertThat(view.ordersTotal()).isEqualTo(view.ordersDone()).isEqualTo(1);
        assertThat(view.result().sums().list()).isEqualTo(4_200);
    }

    @Test
    void whatHasBrokenOffIsTakenUpWhereItStoodAndEndsTheSame() {
        shop.sell(1_500);
        CampaignView draft = draft(Terms.of("Off", "CNY", new Benefit.AmountOff(300)), CampaignDraft.Limits.NONE);
        BackTestView view = tests.order(writer, order(draft));
        Worker first = worker();
        first.work(Duration.ZERO);
        first.work(Duration.ZERO);
        BackTestView broken = tests.backTest(writer, view.id());
        assertThat(broken.state()).isEqualTo(State.RUNNING);
        assertThat(broken.ordersDone()).isEqualTo(400);
        assertThat(broken.result().orders()).isEqualTo(400);
        assertThat(worker().work(LONG)).as("it is still at work").isFalse();
        clock.goOn(BackTestRows.GIVEN_UP.plusSeconds(1));
        Worker second = worker();
        second.work(Duration.ZERO);
        second.work(Duration.ZERO);
        assertThat(first.work(Duration.ZERO)).isTrue();
        assertThat(tests.backTest(writer, view.id()).ordersDone())
                .as("the first one has lost it")
                .isEqualTo(800);
        second.work(LONG);
        assertThat(tests.backTest(writer, view.id()).state()).isEqualTo(State.DONE);
        assertThat(tests.backTest(writer, view.id()).result()).isEqualTo(byHand(draft));
    }

    @Test
    void eachWorkerGetsAnother() {
        shop.sell(10);
        List<BackTestView> ordered = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ordered.add(tests.order(
                    writer,
                    order(draft(Terms.of("Off", "CNY", new Benefit.AmountOff(300)), CampaignDraft.Limits.NONE))));
        }
        UUID oldest = ordered.get(0).id();
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try (Connection other = database.app().getConnection();
                    Statement claiming = other.createStatement()) {
                other.setAutoCommit(false);
                claiming.execute("SELECT FROM promotions.back_test WHERE id = '" + oldest + "' FOR UPDATE");
                assertThat(claimed()).isEqualTo(ordered.get(1).id());
                other.rollback();
            }
        });
        assertThat(List.of(claimed(), claimed()))
                .containsExactly(oldest, ordered.get(2).id());
        assertThat(rows.claim(clock.instant())).isEmpty();
    }

    private UUID claimed() {
        return rows.claim(clock.instant()).orElseThrow().id();
    }

    @Test
    void whatIsStoppedStaysAsFarAsItWas() {
        shop.sell(900);
        CampaignView draft = draft(Terms.of("Off", "CNY", new Benefit.AmountOff(300)), CampaignDraft.Limits.NONE);
        BackTestView view = tests.order(writer, order(draft));
        Worker worker = worker();
        worker.work(Duration.ZERO);
        assertThat(tests.cancel(writer, view.id()).state()).isEqualTo(State.CANCELLED);
        worker.work(LONG);
        assertThat(worker.work(LONG)).isFalse();
        assertThat(tests.backTest(writer, view.id()))
                .extracting(BackTestView::state, BackTestView::ordersDone)
                .containsExactly(State.CANCELLED, 200L);
        assertThatThrownBy(() -> tests.cancel(writer, view.id())).hasMessageContaining("NOT_IN_THAT_STATE [CANCELLED]");
    }

    @Test
    void whatBreaksOffAgainAndAgainHasFailed() {
        CampaignView draft = draft(Terms.of("Off", "CNY", new Benefit.AmountOff(300)), CampaignDraft.Limits.NONE);
        BackTestView view = tests.order(writer, order(draft));
        for (int i = 0; i < BackTestRows.MOST_ATTEMPTS; i++) {
            Worker broken = new Worker(rows, new NoBooks(), new PurePricing(), clock);
            assertThatThrownBy(() -> broken.work(LONG)).hasMessage("No books.");
            clock.goOn(BackTestRows.GIVEN_UP.plusSeconds(1));
        }
        assertThat(worker().work(LONG)).isFalse();
        assertThat(tests.backTest(writer, view.id()).state()).isEqualTo(State.FAILED);
        tests.order(writer, order(draft));
    }

    @Test
    void anOrderIsRefusedInTheOrderOfChecking() {
        CampaignView draft = draft(Terms.of("Off", "CNY", new Benefit.AmountOff(300)), CampaignDraft.Limits.NONE);
        LocalDate day = PastShop.FIRST_DAY;
        assertThatThrownBy(() -> tests.order(writer, new BackTests.Order(draft.id(), 2, day, day)))
                .hasMessageContaining("NO_SUCH_CAMPAIGN");
        assertThatThrownBy(() -> tests.order(writer, new BackTests.Order(draft.id(), 1, day, day.minusDays(1))))
                .hasMessageContaining("BACK_TEST_PERIOD_INVALID at until [731]");
        assertThatThrownBy(() -> tests.order(writer, new BackTests.Order(draft.id(), 1, day, day.plusDays(731))))
                .hasMessageContaining("BACK_TEST_PERIOD_INVALID");
        BackTestView view = tests.order(writer, order(draft));
        assertThatThrownBy(() -> tests.order(writer, order(draft))).hasMessageContaining("BACK_TEST_UNDER_WAY");
        Actor stranger = new Actor("staff:9", "X", "manager", UUID.randomUUID(), null);
        assertThatThrownBy(() -> tests.order(stranger, order(draft))).hasMessageContaining("NO_SUCH_CAMPAIGN");
        assertThatThrownBy(() -> tests.backTest(stranger, view.id())).hasMessageContaining("NO_SUCH_BACK_TEST");
        assertThatThrownBy(() -> tests.cancel(stranger, view.id())).hasMessageContaining("NO_SUCH_BACK_TEST");
        assertThat(tests.backTests(stranger, null, null, 10).items()).isEmpty();
        assertThat(tests.backTests(writer, draft.id(), null, 10).items()).containsExactly(view);
        assertThat(tests.backTests(writer, UUID.randomUUID(), null, 10).items()).isEmpty();
    }

    @Test
    void whoIsBoundToAStoreTriesItsSalesAndSeesNothingOfOthers() {
        shop.sell(300);
        Actor bound = new Actor("staff:3", "Bo", "manager", shop.merchant, shop.store);
        CampaignView draft = draft(Terms.of("Off", "CNY", new Benefit.AmountOff(300)), CampaignDraft.Limits.NONE);
        BackTestView everywhere = done(draft);
        assertThatThrownBy(() -> tests.backTest(bound, everywhere.id())).hasMessageContaining("NO_SUCH_BACK_TEST");
        assertThatThrownBy(() -> tests.cancel(bound, everywhere.id())).hasMessageContaining("NO_SUCH_BACK_TEST");
        assertThat(tests.backTests(bound, null, null, 10).items()).isEmpty();
        assertThatThrownBy(() -> tests.order(bound, in(shop.otherStore, draft))).hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> tests.order(writer, in(UUID.randomUUID(), draft)))
                .hasMessageContaining("NOT_FOUND");

        BackTestView own = tests.order(bound, order(draft));
        assertThat(own.order().stores()).containsExactly(shop.store);
        worker().work(LONG);
        assertThat(tests.backTests(bound, draft.id(), null, 10).items())
                .singleElement()
                .satisfies(each -> assertThat(each.result().orders())
                        .isBetween(1L, everywhere.result().orders() - 1));
        assertThat(tests.order(bound, in(shop.store, draft)).order()).isEqualTo(own.order());
        assertThat(tests.backTests(writer, null, null, 10).items()).hasSize(3);
    }

    /** All sales at once, priced one by one. */
    private BackTestResult byHand(CampaignView draft) {
        PastSales.Period period = new PastSales.Period(shop.merchant, "CNY", PastShop.FIRST_DAY, LAST_DAY);
        List<PastSales.PastSale> all = sales.next(period, null, 1_000_000);
        assertThat((long) all.size()).isEqualTo(sales.count(period));
        Trial trial = new Trial(new PurePricing(), draft, ground.offers(shop.merchant));
        Tally tally = new Tally(BackTestResult.nothing("CNY"), draft.content().limits());
        all.forEach(each -> tally.add(each.cursor().day(), trial.price(Objects.requireNonNull(each.request()))));
        return tally.result();
    }

    private BackTestResult run(CampaignView draft) {
        return done(draft).result();
    }

    private BackTestView done(CampaignView draft) {
        BackTestView view = tests.order(writer, order(draft));
        worker().work(LONG);
        return tests.backTest(writer, view.id());
    }

    private Worker worker() {
        return new Worker(rows, sales, new PurePricing(), clock);
    }

    private static BackTests.Order order(CampaignView draft) {
        return new BackTests.Order(draft.id(), draft.version(), PastShop.FIRST_DAY, LAST_DAY);
    }

    private static BackTests.Order in(UUID store, CampaignView draft) {
        return new BackTests.Order(draft.id(), draft.version(), PastShop.FIRST_DAY, LAST_DAY, List.of(store));
    }

    /** The stores as they stand in the tables; made when a test names one. */
    private Directory directory() {
        if (places == null) {
            places = TestMerchants.directory(new TestPersistence(books.transactions()), clock);
        }
        return places;
    }

    private CampaignView draft(Terms terms, CampaignDraft.Limits limits) {
        return ground.campaigns().draft(writer, new CampaignDraft(terms, clock.instant(), null, limits));
    }

    private void live(Terms terms) {
        live(new CampaignDraft(terms, clock.instant(), null, CampaignDraft.Limits.NONE));
    }

    private void live(CampaignDraft content) {
        CampaignView draft = ground.campaigns().draft(writer, content);
        ground.campaigns().act(writer, draft.id(), 1, Act.SUBMIT);
        ground.campaigns().act(reviewer, draft.id(), 1, Act.APPROVE);
    }

    private record Days(Clock clock) implements House {

        @Override
        public LocalDate today(UUID merchantId) {
            return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        }

        @Override
        public ZoneId zone(UUID merchantId) {
            return ZoneOffset.UTC;
        }
    }

    /** Books that cannot be read. */
    private static final class NoBooks implements PastSales {

        @Override
        public long count(Period period) {
            throw new IllegalStateException("No books.");
        }

        @Override
        public List<PastSale> next(Period period, @Nullable Cursor after, int limit) {
            throw new IllegalStateException("No books.");
        }
    }
}
