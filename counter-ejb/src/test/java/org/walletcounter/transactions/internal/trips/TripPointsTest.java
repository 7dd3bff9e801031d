package org.walletcounter.transactions.internal.trips;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Ids;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.loyalty.internal.TestPointsDoors;
import org.walletcounter.merchants.Directory;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.transactions.TripPoints.Discount;
import org.walletcounter.transactions.TripPoints.Use;

/** Trips with real points, books and rows: what a day earns, and what points pay. */
class TripPointsTest {

    private final TestPointsDoors shop = new TestPointsDoors(TestDatabase.fresh());
    private final TestPersistence persistence =
            new TestPersistence(shop.ledger().transactions());
    private final OwnSteps rows = new OwnSteps();
    private final UUID member = UUID.randomUUID();
    private final AccountId wallet =
            shop.ledger().door().open(AccountTerms.constrained(shop.merchant(), "wallet", "GBP", "member:" + member));

    @AfterEach
    void theBooksHold() {
        assertThat(shop.findings()).isEmpty();
        shop.close();
    }

    @Test
    void smallFaresOfADayEarnTogetherWhenItIsOver() {
        IntStream.range(0, 3).forEach(i -> ride(90));
        follow();
        following().earn();
        assertThat(points()).as("the day is not over").isZero();
        shop.nextDay();
        following().earn();
        assertThat(points()).as("three fares of 90 pence at a point a pound").isEqualTo(2);
        assertThat(rows.waiting(shop.merchant(), member)).isEmpty();
        following().earn();
        assertThat(points()).isEqualTo(2);
    }

    @Test
    void whatAGateSendsLateIsAnotherPurchaseOfItsDay() {
        ride(150);
        follow();
        Instant yesterday = shop.clock().instant();
        shop.nextDay();
        following().earn();
        assertThat(points()).isEqualTo(1);
        ride(250, yesterday);
        follow();
        following().earn();
        assertThat(points()).isEqualTo(3);
    }

    @Test
    void severalNodesGatherAndGiveEachFareOnce() {
        List<UUID> riders =
                IntStream.range(0, 20).mapToObj(i -> UUID.randomUUID()).toList();
        riders.forEach(rider ->
                IntStream.range(0, 5).forEach(i -> fare(rider, 100, shop.clock().instant())));
        atOnce(() -> rows.gather(7));
        follow();
        shop.nextDay();
        atOnce(() -> {
            following().earn();
            return 0;
        });
        assertThat(riders).allSatisfy(rider -> assertThat(shop.available(rider)).isEqualTo(5));
    }

    @Test
    void theNextTripIsPaidInPartByPointsAndTheOneAfterItIsNot() {
        shop.give(member, 500);
        want(Use.NEXT);
        ride(250);
        ride(250);
        follow();
        assertThat(points())
                .as("half of 250 is 125, twelve steps of ten points")
                .isEqualTo(500 - 120);
        assertThat(balance()).isEqualTo(120);
        assertThat(discounts()).extracting(Discount::points).containsExactly(120L);
        assertThat(rows.wish(shop.merchant(), member)).isEmpty();
        ride(250);
        follow();
        assertThat(balance()).isEqualTo(120);
    }

    @Test
    void everyTripIsPaidInPartWhileThereArePoints() {
        shop.give(member, 200);
        want(Use.EVERY);
        ride(250);
        ride(250);
        ride(250);
        follow();
        assertThat(discounts()).extracting(Discount::points).containsExactlyInAnyOrder(120L, 80L);
        assertThat(points()).isZero();
        assertThat(rows.wish(shop.merchant(), member)).map(Wish::use).contains(Use.EVERY);
    }

    @Test
    void aWishForOneTripWaitsUntilPointsCanPay() {
        want(Use.NEXT);
        ride(250);
        follow();
        assertThat(rows.wish(shop.merchant(), member)).isPresent();
        shop.give(member, 100);
        ride(250);
        follow();
        assertThat(balance()).isEqualTo(100);
        assertThat(rows.wish(shop.merchant(), member)).isEmpty();
    }

    @Test
    void whatPointsPaidOfATripEarnsNothing() {
        shop.give(member, 120);
        want(Use.EVERY);
        ride(250);
        follow();
        shop.nextDay();
        following().earn();
        assertThat(points()).as("130 of 250 pence at a point a pound").isEqualTo(1);
        assertThat(balance()).isEqualTo(120);
    }

    @Test
    void tripsBeforeTheWishAreNotPaidByPoints() {
        shop.give(member, 500);
        Instant before = shop.clock().instant();
        want(Use.EVERY);
        ride(250, before);
        follow();
        assertThat(discounts()).isEmpty();
        assertThat(points()).isEqualTo(500);
    }

    @Test
    void aStopBetweenTheJournalAndItsNoteDoesNotPayTwice() {
        shop.give(member, 500);
        want(Use.NEXT);
        ride(250);
        rows.breaks = true;
        List<RuntimeException> failures = new ArrayList<>();
        following().follow(failures::add);
        assertThat(failures).hasSize(1);
        assertThat(balance()).isEqualTo(120);
        rows.breaks = false;
        ride(250);
        follow();
        assertThat(balance())
                .as("not for the same trip again, nor for the next one")
                .isEqualTo(120);
        assertThat(discounts()).hasSize(1);
        assertThat(rows.wish(shop.merchant(), member)).isEmpty();
        assertThat(rows.waiting(shop.merchant(), member))
                .singleElement()
                .satisfies(day -> assertThat(day.byPoints().minor()).isEqualTo(120));
    }

    @Test
    void aDayIsNotClosedWhileATripWaitsForPoints() {
        shop.give(member, 500);
        want(Use.EVERY);
        ride(250);
        rows.gather(10);
        shop.nextDay();
        following().earn();
        assertThat(points()).isEqualTo(500);
        follow();
        following().earn();
        assertThat(points()).isEqualTo(500 - 120 + 1);
    }

    private void want(Use use) {
        Instant now = shop.clock().instant();
        persistence.inNew(() -> {
            rows.wish(shop.merchant(), member, new Wish(Ids.next(shop.clock()), use, now));
            return null;
        });
    }

    private void ride(long fare) {
        ride(fare, shop.clock().instant());
    }

    private void ride(long fare, Instant at) {
        fare(member, fare, at);
    }

    private void fare(UUID rider, long fare, Instant at) {
        persistence.inNew(() -> persistence
                .current()
                .createNativeQuery(
                        "INSERT INTO transactions.fare (tap_id, merchant_id, store_id, member_id, account_id,"
                                + " amount, currency, business_day, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'GBP', ?7, ?8)")
                .setParameter(1, Ids.at(at))
                .setParameter(2, shop.merchant())
                .setParameter(3, UUID.randomUUID())
                .setParameter(4, rider)
                .setParameter(5, wallet.value())
                .setParameter(6, fare)
                .setParameter(7, day(at))
                .setParameter(8, at.atOffset(ZoneOffset.UTC))
                .executeUpdate());
    }

    private void follow() {
        following().follow(failure -> {
            throw failure;
        });
    }

    private FollowingTrips following() {
        return new FollowingTrips(
                rows,
                new DiscountingTrips(rows, shop.points(), shop.ledger().door(), directory(), shop.clock()),
                new EarningFromFares(rows, shop.earning(), shop.ledger().door(), directory(), shop.clock()));
    }

    private long points() {
        return shop.available(member);
    }

    private long balance() {
        return shop.ledger().door().account(wallet).orElseThrow().balance();
    }

    private List<Discount> discounts() {
        return rows.discounts(shop.merchant(), member, 10);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private static Directory directory() {
        return (Directory) Proxy.newProxyInstance(
                TripPointsTest.class.getClassLoader(), new Class<?>[] {Directory.class}, (self, method, arguments) -> {
                    if (!method.getName().equals("businessDay")) {
                        throw new IllegalStateException("Nobody asks for " + method.getName() + " here.");
                    }
                    return day((Instant) arguments[1]);
                });
    }

    private static void atOnce(Supplier<Integer> work) {
        List<CompletableFuture<Integer>> nodes = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(work))
                .toList();
        nodes.forEach(CompletableFuture::join);
    }

    /** Each step in a transaction of its own, as the container gives it. */
    private final class OwnSteps extends TripRows {

        private boolean breaks;

        OwnSteps() {
            entities = persistence.current();
        }

        @Override
        public int gather(int most) {
            return persistence.inNew(() -> super.gather(most));
        }

        @Override
        public List<Due> due(int most) {
            return persistence.inNew(() -> super.due(most));
        }

        @Override
        public void done(Due due) {
            if (breaks) {
                throw new IllegalStateException("The node stops here.");
            }
            persistence.inNew(() -> {
                super.done(due);
                return null;
            });
        }

        @Override
        public List<UUID> merchants() {
            return persistence.inNew(super::merchants);
        }

        @Override
        public int close(UUID merchantId, LocalDate today, int most) {
            return persistence.inNew(() -> super.close(merchantId, today, most));
        }

        @Override
        public List<FareDay> closed(int most) {
            return persistence.inNew(() -> super.closed(most));
        }

        @Override
        public void earned(FareDay day) {
            persistence.inNew(() -> {
                super.earned(day);
                return null;
            });
        }

        @Override
        public List<FareDay> waiting(UUID merchantId, UUID memberId) {
            return persistence.inNew(() -> super.waiting(merchantId, memberId));
        }

        @Override
        public Optional<Wish> wish(UUID merchantId, UUID memberId) {
            return persistence.inNew(() -> super.wish(merchantId, memberId));
        }

        @Override
        public List<Discount> discounts(UUID merchantId, UUID memberId, int most) {
            return persistence.inNew(() -> super.discounts(merchantId, memberId, most));
        }
    }
}
