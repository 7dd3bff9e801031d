package org.walletcounter.merchants.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.walletcounter.merchants.TaxRate;

/**
 * Which of a merchant's tax rates hold. Pure.
 *
 * @param rates of each code those for all stores first, then the stores' own, each by day
 */
record TaxTable(List<TaxRate> rates) {

    private static final Comparator<TaxRate> BY_PLACE_AND_DAY =
            Comparator.comparing((TaxRate rate) -> rate.storeId() != null).thenComparing(TaxRate::from);

    /** The rates that hold on a day, one of each code: in a store, or, with null, in one without rates of its own. */
    List<TaxRate> holding(@Nullable UUID storeId, LocalDate day) {
        Map<String, TaxRate> holding = new TreeMap<>();
        // They come by place and day, a store's own last: the last that fits is the one that holds.
        for (TaxRate each : rates) {
            if (!each.from().isAfter(day)
                    && (each.storeId() == null || each.storeId().equals(storeId))) {
                holding.put(each.code(), each);
            }
        }
        return List.copyOf(holding.values());
    }

    /** Whether with this rate a place would be without a standard rate on a day on which it has one as it is. */
    boolean endsStandard(TaxRate added) {
        TaxTable after = new TaxTable(Stream.concat(rates.stream(), Stream.of(added))
                .sorted(BY_PLACE_AND_DAY)
                .toList());
        return after.reached(added)
                .anyMatch(store -> after.daysFrom(added).anyMatch(day -> endsStandard(store.orElse(null), day, after)));
    }

    /**
     * Whether without this rate, which has not begun, a place that has a standard rate before it would be without one on a day on
     * which it has one as it is.
     */
    boolean needsForStandard(TaxRate dropped) {
        TaxTable after = new TaxTable(
                rates.stream().filter(rate -> !rate.equals(dropped)).toList());
        return reached(dropped)
                .filter(store ->
                        isStandardSet(store.orElse(null), dropped.from().minusDays(1)))
                .anyMatch(store -> daysFrom(dropped).anyMatch(day -> endsStandard(store.orElse(null), day, after)));
    }

    /** The stores with rates of their own for which this rate is, too; empty stands for all others. */
    private Stream<Optional<UUID>> reached(TaxRate rate) {
        return rates.stream()
                .map(each -> Optional.ofNullable(each.storeId()))
                .filter(store -> rate.storeId() == null || rate.storeId().equals(store.orElse(null)))
                .distinct();
    }

    private Stream<LocalDate> daysFrom(TaxRate rate) {
        return rates.stream()
                .map(TaxRate::from)
                .filter(day -> !day.isBefore(rate.from()))
                .distinct();
    }

    private boolean endsStandard(@Nullable UUID storeId, LocalDate day, TaxTable after) {
        return isStandardSet(storeId, day) && !after.isStandardSet(storeId, day);
    }

    private boolean isStandardSet(@Nullable UUID storeId, LocalDate day) {
        return holding(storeId, day).stream().anyMatch(TaxRate::standard);
    }
}
