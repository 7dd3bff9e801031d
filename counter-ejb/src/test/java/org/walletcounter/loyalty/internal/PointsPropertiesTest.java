package org.walletcounter.loyalty.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.walletcounter.loyalty.EarnRequest;
import org.walletcounter.loyalty.PointsBalance;
import org.walletcounter.loyalty.PointsReturn;
import org.walletcounter.loyalty.Programme;
import org.walletcounter.testing.TestDatabase;

/** What points promise, whatever many do at once. */
class PointsPropertiesTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    /** I9 at any moment, and when everything has come back, nobody has what they had not been given. */
    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void earnedLessUsedLessExpiredIsTheBalanceUnderRandomWork(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 5) int threads,
            @ForAll @IntRange(min = 1, max = 4) int members,
            @ForAll @IntRange(max = 2) int pendingDays) {
        TestDatabase database = TestDatabase.fresh();
        try (TestPoints shop = new TestPoints(database)) {
            RandomPoints work = new RandomPoints(shop, members, pendingDays);
            AtomicBoolean done = new AtomicBoolean();
            List<String> seen = new ArrayList<>();
            CompletableFuture<Integer> looks = CompletableFuture.supplyAsync(() -> look(shop, done, seen));
            work.run(seed, threads, 50);
            done.set(true);
            assertThat(looks.join()).as("looks").isPositive();
            assertThat(seen).isEmpty();
            assertThat(work.faults()).isEmpty();
            assertThat(work.sold()).as("sales").isPositive();
            work.members().forEach(shop::tidy);
            assertThat(shop.findings()).isEmpty();
            assertThat(shop.ledger.door().check()).isEmpty();

            work.giveEverythingBack(new Random(seed));
            assertThat(work.faults()).isEmpty();
            work.members().forEach(shop::tidy);
            assertThat(shop.findings()).isEmpty();
            assertThat(shop.ledger.door().check()).isEmpty();
            assertThat(stillEarned(shop)).isZero();
        }
    }

    /** Looks on until all is done, and once at least; says how often. A look that fails fails the try. */
    private static int look(TestPoints shop, AtomicBoolean done, List<String> seen) {
        int looks = 0;
        do {
            seen.addAll(shop.findings());
            looks++;
        } while (!done.get());
        return looks;
    }

    /** Points of purchases that no refund has taken back. */
    private static long stillEarned(TestPoints shop) {
        return shop.db.number("SELECT coalesce(sum(earned - clawed), 0) FROM loyalty.lot WHERE source = 'PURCHASE'")
                + shop.db.number(
                        "SELECT coalesce(sum(points - returned), 0) FROM loyalty.spend WHERE kind = 'EXCHANGE'");
    }

    /** Returning everything, in any order of parts, ends exactly where the sale began. */
    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void aSaleThatComesBackWholeLeavesNothingWhateverTheOrderOfItsParts(
            @ForAll long seed,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 100, max = 9000) Integer> nets,
            @ForAll boolean afterMaturity) {
        try (TestPoints shop = new TestPoints(DATABASE)) {
            Random random = new Random(seed);
            Programme programme = shop.programme(afterMaturity ? 0 : 9, 365);
            UUID member = UUID.randomUUID();
            shop.programme(0, 365);
            shop.sell(member, 100_000);
            shop.goOn(10);
            shop.tidy(member);
            List<PointsBalance> before = shop.in(() -> shop.points.reading.balances(shop.merchant, member));
            long payable = nets.stream().mapToLong(Integer::longValue).sum();
            long spending = payable / 2 / 10 * 10;
            TestPoints.Sale sale = shop.sell(
                    member,
                    programme.id(),
                    Math.min(spending, 900),
                    null,
                    nets.stream().mapToLong(Integer::longValue).toArray());
            shop.tidy(member);
            long taken = 0;
            long restored = 0;
            while (sale.back.values().stream().mapToLong(Long::longValue).sum() < sale.total()) {
                PointsReturn part = shop.refund(sale, 1 + random.nextInt(sale.lines.size()), 1 + random.nextInt(3000));
                taken += part.taken();
                restored += part.givenBack();
            }
            shop.tidy(member);
            assertThat(taken).isEqualTo(sale.earned);
            assertThat(restored).isEqualTo(sale.spent);
            List<PointsBalance> after = shop.in(() -> shop.points.reading.balances(shop.merchant, member));
            assertThat(after).isEqualTo(before);
            assertThat(shop.findings()).isEmpty();
        }
    }

    /** The points of a sale are the sum of its lines' points, rounded down once, and never for what earns nothing. */
    @Property(tries = 300)
    void theLinesShareTheSalesPointsExactly(
            @ForAll @Size(min = 1, max = 12) List<@LongRange(max = 1_000_000) Long> nets,
            @ForAll @LongRange(max = 2_000_000) long notEarning,
            @ForAll @LongRange(max = 500) long points,
            @ForAll @LongRange(min = 1, max = 10_000) long per) {
        List<EarnRequest.Line> lines = new ArrayList<>();
        for (int i = 0; i < nets.size(); i++) {
            lines.add(new EarnRequest.Line(i + 1, "tea", 1, nets.get(i)));
        }
        Programme programme = new Programme(
                null,
                "p",
                "P",
                "积",
                true,
                1,
                new Programme.Earning(Programme.Basis.AMOUNT, points, per, List.of(), 0),
                new Programme.Lots(Programme.Expiry.NEVER, 0, 0),
                new Programme.Exchange(1, 0, 0, 100, null, null, null));
        EarnRequest sale = new EarnRequest(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "S",
                java.time.Instant.EPOCH,
                java.time.LocalDate.EPOCH,
                lines,
                notEarning);
        EarnedPoints earned = EarnedPoints.of(programme, sale, null);
        long base = Math.max(0, nets.stream().mapToLong(Long::longValue).sum() - notEarning);
        assertThat(earned.total()).isEqualTo(base * points / per);
        assertThat(earned.lines().stream().mapToLong(EarnedPoints.Share::points).sum())
                .isEqualTo(earned.total());
        List<EarnedPoints.Share> read = EarnedPoints.read(earned.trace());
        assertThat(read).isEqualTo(earned.lines());
        assertThat(EarnedPoints.bases(sale)).allMatch(line -> line >= 0);
    }
}
