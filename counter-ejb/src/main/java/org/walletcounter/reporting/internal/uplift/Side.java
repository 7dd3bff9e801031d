package org.walletcounter.reporting.internal.uplift;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.reporting.Uplift;
import org.walletcounter.reporting.Uplift.Kind;

/** One of the two groups, as its members come. Not thread-safe. */
final class Side {

    private final Map<Kind, Spread> spreads = new EnumMap<>(Kind.class);
    private long costed;
    private long cost;

    Side() {
        for (Kind kind : Kind.values()) {
            spreads.put(kind, new Spread());
        }
    }

    /** What a member bought. */
    record Bought(long sales, long turnover, long margin, long costed, long cost) {}

    void add(Bought bought) {
        spread(Kind.TURNOVER).add(bought.turnover());
        spread(Kind.SALES).add(bought.sales());
        spread(Kind.BUYERS).add(bought.sales() > 0 ? 1 : 0);
        spread(Kind.MARGIN).add(bought.margin());
        costed = Math.addExact(costed, bought.costed());
        cost = Math.addExact(cost, bought.cost());
    }

    Spread spread(Kind kind) {
        return Objects.requireNonNull(spreads.get(kind));
    }

    long buyers() {
        return spread(Kind.BUYERS).sum();
    }

    long cost() {
        return cost;
    }

    Uplift.Group group(String currency) {
        long sales = spread(Kind.SALES).sum();
        long turnover = spread(Kind.TURNOVER).sum();
        return new Uplift.Group(
                spread(Kind.SALES).count(),
                buyers(),
                sales,
                Money.of(turnover, currency),
                average(turnover, sales, currency),
                Money.of(spread(Kind.MARGIN).sum(), currency),
                costed,
                Money.of(cost, currency));
    }

    /** To the nearest minor unit. */
    private static @Nullable Money average(long amount, long sales, String currency) {
        return sales == 0 ? null : Money.of(Math.floorDiv(2 * amount + sales, 2 * sales), currency);
    }
}
