package org.walletcounter.transactions.internal.plan;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The arithmetic of a plan, in minor units: no database and no clock. The rules stand with {@code SpendingPlan}. */
final class Reckoning {

    /** So many whole months say what is usual. */
    static final int MONTHS = 3;

    private static final int MOST_CATEGORIES = 12;

    private final YearMonth month;
    private final List<Purchase> purchases;
    private final int seen;

    /**
     * Of these purchases.
     *
     * @param purchases of this month and of the whole months that are looked at, in any order
     * @param boughtBefore whether the member had bought before those months
     */
    Reckoning(YearMonth month, Collection<Purchase> purchases, boolean boughtBefore) {
        this.month = month;
        this.purchases = List.copyOf(purchases);
        this.seen = boughtBefore ? MONTHS : sinceTheFirst();
    }

    private int sinceTheFirst() {
        YearMonth first = purchases.stream()
                .map(Purchase::month)
                .min(Comparator.naturalOrder())
                .orElse(month);
        return (int) Math.min(MONTHS, first.until(month, java.time.temporal.ChronoUnit.MONTHS));
    }

    /**
     * Usual and spent, in minor units.
     *
     * @param usual null while there is too little history
     */
    record Sums(@Nullable Long usual, long spent) {

        long most() {
            return usual == null ? spent : Math.max(usual, spent);
        }
    }

    /** The sums of a category. */
    record Part(String category, Sums sums) {}

    /** How many whole months before this one count. */
    int seen() {
        return seen;
    }

    /** All that was bought. */
    Sums whole() {
        return sums(Purchase::net);
    }

    /** The categories, what matters most first, and what is in none of them last. */
    List<Part> parts() {
        Set<String> told = told();
        List<Part> parts = new ArrayList<>();
        for (String category : told) {
            parts.add(new Part(category, sums(each -> each.parts().getOrDefault(category, 0L))));
        }
        parts.sort(Comparator.comparingLong((Part part) -> part.sums().most())
                .reversed()
                .thenComparing(Part::category));
        parts.add(new Part(Purchase.OTHER, sums(each -> outside(told, each))));
        parts.removeIf(part -> part.sums().most() == 0);
        return parts;
    }

    private static long outside(Set<String> told, Purchase purchase) {
        return purchase.parts().entrySet().stream()
                .filter(part -> !told.contains(part.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The categories with the greatest sums. */
    private Set<String> told() {
        Map<String, Long> sums = new HashMap<>();
        purchases.forEach(
                each -> each.parts().forEach((category, amount) -> sums.merge(category, amount, Math::addExact)));
        sums.remove(Purchase.OTHER);
        return sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_CATEGORIES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** How often was bought. */
    Sums purchases() {
        return sums(each -> each.counts() ? 1 : 0);
    }

    /** What a purchase usually costs, of those that cost something. */
    Optional<Long> usualPurchase() {
        return median(
                purchases.stream().map(Purchase::net).filter(net -> net > 0).toList());
    }

    /** The purchase that is nearest to that and was kept whole; of equals the newest. */
    Optional<Purchase> likeUsual() {
        return usualPurchase()
                .flatMap(usual -> purchases.stream()
                        .filter(each -> each.kept() && each.net() > 0)
                        .min(Comparator.comparingLong((Purchase each) -> Math.abs(each.net() - usual))
                                .thenComparing(Purchase::day, Comparator.reverseOrder())
                                .thenComparing(Purchase::id, Comparator.reverseOrder())));
    }

    private Sums sums(ToLongFunction<Purchase> amount) {
        Map<YearMonth, Long> sums = new HashMap<>();
        purchases.forEach(each -> sums.merge(each.month(), amount.applyAsLong(each), Math::addExact));
        List<Long> before = new ArrayList<>();
        for (int i = 1; i <= seen; i++) {
            before.add(sums.getOrDefault(month.minusMonths(i), 0L));
        }
        return new Sums(median(before).orElse(null), sums.getOrDefault(month, 0L));
    }

    /** The middle one; of an even number the mean of the two in the middle, rounded down; empty for none. */
    static Optional<Long> median(Collection<Long> amounts) {
        if (amounts.isEmpty()) {
            return Optional.empty();
        }
        List<Long> sorted = amounts.stream().sorted().toList();
        long lower = sorted.get((sorted.size() - 1) / 2);
        long upper = sorted.get(sorted.size() / 2);
        return Optional.of(lower + (upper - lower) / 2);
    }
}
