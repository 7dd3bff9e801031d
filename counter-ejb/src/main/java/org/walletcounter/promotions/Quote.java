package org.walletcounter.promotions;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A price with its reasons (报价): the answer to a {@link QuoteRequest}. The same request and promotions give the same quote.
 *
 * @param lines in the basket's order
 * @param trace everything that changed a price, in the order applied
 * @param promises what the sale gives besides
 * @param verdicts of each promotion and voucher that was offered: used, or why not
 * @param advice what a little more would save, best first
 */
public record Quote(
        String currency,
        List<Line> lines,
        Totals totals,
        List<Adjustment> trace,
        List<Promise> promises,
        List<Verdict> verdicts,
        List<Advice> advice,
        Search search) {

    /** Keeps copies. */
    public Quote {
        lines = List.copyOf(lines);
        trace = List.copyOf(trace);
        promises = List.copyOf(promises);
        verdicts = List.copyOf(verdicts);
        advice = List.copyOf(advice);
    }

    /** What is to be said of these once they are left out because they are used up. */
    public List<Verdict> usedUp(Set<UUID> ids) {
        return verdicts.stream()
                .filter(each -> ids.contains(each.id()))
                .map(Verdict::usedUp)
                .toList();
    }

    /** The same price, told with what was left out of it. */
    public Quote telling(List<Verdict> leftOut) {
        List<Verdict> all = new ArrayList<>(verdicts);
        all.addAll(leftOut);
        all.sort(Verdict.ORDER);
        return new Quote(currency, lines, totals, trace, promises, all, advice, search);
    }

    /**
     * One line's price; all amounts in minor units.
     *
     * @param list quantity times the catalogue's price
     * @param initial the same after price lists
     * @param net after promotions and vouchers
     * @param tax contained in the net, or added to it
     * @param due what is to be paid for the line: net, with tax that is added, less its share of points
     */
    public record Line(int line, String sku, int quantity, long list, long initial, long net, long tax, long due) {}

    /**
     * The sums, in minor units: {@code net = list - reductions}, {@code payable = net + tax added - points + rounding}.
     *
     * @param points what points pay
     * @param pointsSpent how many points that takes
     * @param tax contained or added
     * @param rounding below zero when rounded down
     * @param payable what is left to pay, never below zero
     */
    public record Totals(
            long list, long initial, long net, long points, long pointsSpent, long tax, long rounding, long payable) {

        /** What promotions and vouchers take off the list price. */
        public long reductions() {
            return list - net;
        }
    }

    /**
     * How the combination was found. The best is the lowest net; among equals the one that promises most, then the one that
     * uses the fewest vouchers.
     *
     * @param exact whether it is proved that no legal combination has a lower net
     * @param examined how many combinations, whole or begun, were looked at
     * @param lowestPossible no legal combination has a net below this; equal to the net when exact
     */
    public record Search(boolean exact, int examined, long lowestPossible) {}
}
