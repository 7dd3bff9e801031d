package org.walletcounter.transactions.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What always holds of a plan's sums, whatever was bought. */
class ReckoningPropertiesTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 11);

    @Property
    void thePartsOfAPurchaseSumToWhatIsLeftOfItAndNoneIsBelowZero(@ForAll("purchases") Purchase purchase) {
        assertThat(sum(purchase.parts().values())).isEqualTo(purchase.net());
        assertThat(purchase.parts().values()).allMatch(part -> part >= 0);
    }

    @Property
    void whatWasSpentInCategoriesSumsToWhatWasSpent(@ForAll("many") List<Purchase> purchases) {
        Reckoning reckoning = new Reckoning(MONTH, purchases, true);
        List<Reckoning.Part> parts = reckoning.parts();
        assertThat(parts.stream().mapToLong(part -> part.sums().spent()).sum())
                .isEqualTo(reckoning.whole().spent())
                .isEqualTo(purchases.stream()
                        .filter(each -> each.month().equals(MONTH))
                        .mapToLong(Purchase::net)
                        .sum());
        assertThat(parts).hasSizeLessThanOrEqualTo(13);
        assertThat(parts.stream().map(Reckoning.Part::category)).doesNotHaveDuplicates();
    }

    @Property
    void theMedianHasAsManyBelowAsAboveAndDoesNotHangOnTheOrder(@ForAll("amounts") List<Long> amounts) {
        long median = Reckoning.median(amounts).orElseThrow();
        long half = amounts.size() / 2;
        assertThat(amounts.stream().filter(each -> each < median).count()).isLessThanOrEqualTo(half);
        assertThat(amounts.stream().filter(each -> each > median).count()).isLessThanOrEqualTo(half);
        List<Long> turned = new ArrayList<>(amounts);
        java.util.Collections.reverse(turned);
        assertThat(Reckoning.median(turned)).hasValue(median);
    }

    @Property
    void aMonthWithoutPurchasesCountsWithNothingButNotBeforeTheFirst(@ForAll("many") List<Purchase> purchases) {
        Reckoning known = new Reckoning(MONTH, purchases, true);
        Reckoning younger = new Reckoning(MONTH, purchases, false);
        assertThat(known.seen()).isEqualTo(3);
        long first = purchases.stream()
                .mapToLong(each -> each.month().until(MONTH, java.time.temporal.ChronoUnit.MONTHS))
                .max()
                .orElse(0);
        assertThat(younger.seen()).isEqualTo((int) first);
        assertThat(younger.whole().usual() == null).isEqualTo(first == 0);
        List<Long> months = new ArrayList<>();
        for (int i = 1; i <= first; i++) {
            YearMonth month = MONTH.minusMonths(i);
            months.add(purchases.stream()
                    .filter(each -> each.month().equals(month))
                    .mapToLong(Purchase::net)
                    .sum());
        }
        assertThat(younger.whole().usual()).isEqualTo(Reckoning.median(months).orElse(null));
    }

    @Property
    void noOtherPurchaseThatWasKeptIsNearerToTheUsual(@ForAll("many") List<Purchase> purchases) {
        Reckoning reckoning = new Reckoning(MONTH, purchases, true);
        reckoning
                .likeUsual()
                .ifPresent(like -> assertThat(purchases)
                        .filteredOn(each -> each.kept() && each.net() > 0)
                        .allMatch(each -> distance(reckoning, each) >= distance(reckoning, like)));
    }

    private static long distance(Reckoning reckoning, Purchase purchase) {
        return Math.abs(purchase.net() - reckoning.usualPurchase().orElseThrow());
    }

    private static long sum(Iterable<Long> amounts) {
        long sum = 0;
        for (long amount : amounts) {
            sum = Math.addExact(sum, amount);
        }
        return sum;
    }

    @Provide
    Arbitrary<List<Long>> amounts() {
        return Arbitraries.longs()
                .between(0, 1_000_000_000_000_000L)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<Purchase>> many() {
        return purchases().list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<Purchase> purchases() {
        Arbitrary<String> categories = Arbitraries.of(
                "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", Purchase.OTHER);
        Arbitrary<Long> lines = Arbitraries.longs().between(-50, 1_000_000_000_000L);
        Arbitrary<Map<String, Long>> sold = Arbitraries.maps(categories, lines).ofMaxSize(5);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, 28),
                        Arbitraries.longs().between(0, 2_000_000_000_000L),
                        Arbitraries.of(true, false),
                        sold)
                .as((ago, day, net, kept, parts) ->
                        Purchase.of(UUID.randomUUID(), MONTH.minusMonths(ago).atDay(day), net, kept, parts));
    }
}
