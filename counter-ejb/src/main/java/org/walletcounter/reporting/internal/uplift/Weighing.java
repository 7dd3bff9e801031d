package org.walletcounter.reporting.internal.uplift;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.reporting.Uplift;
import org.walletcounter.reporting.Uplift.Change;
import org.walletcounter.reporting.Uplift.Kind;
import org.walletcounter.reporting.Uplift.Measure;
import org.walletcounter.reporting.Uplift.Verdict;

/** Weighs the two groups against each other. Stateless. */
final class Weighing {

    private static final int PER = 1000;
    private static final int BASIS_POINTS = 10_000;

    private Weighing() {}

    static List<Measure> measures(Side with, Side without) {
        return Arrays.stream(Kind.values())
                .map(kind -> measure(kind, with, without))
                .toList();
    }

    private static Measure measure(Kind kind, Side with, Side without) {
        Spread a = with.spread(kind);
        Spread b = without.spread(kind);
        if (with.buyers() < Uplift.FEWEST_BUYERS || without.buyers() < Uplift.FEWEST_BUYERS) {
            return new Measure(kind, perThousand(a), perThousand(b), 0, 0, null, Verdict.TOO_FEW);
        }
        Intervals intervals = new Intervals(a, b);
        double low = intervals.difference() - intervals.reach();
        double high = intervals.difference() + intervals.reach();
        return new Measure(
                kind,
                perThousand(a),
                perThousand(b),
                Math.round(low * PER),
                Math.round(high * PER),
                change(intervals),
                verdict(low, high));
    }

    private static Verdict verdict(double low, double high) {
        if (low > 0) {
            return Verdict.MORE;
        }
        return high < 0 ? Verdict.LESS : Verdict.UNCLEAR;
    }

    private static @Nullable Change change(Intervals intervals) {
        OptionalDouble ratio = intervals.ratio();
        double[] ends = ratio.isEmpty() ? new double[0] : intervals.ratioEnds();
        return ends.length == 0 ? null : new Change(points(ratio.getAsDouble()), points(ends[0]), points(ends[1]));
    }

    private static long points(double ratio) {
        return Math.round((ratio - 1) * BASIS_POINTS);
    }

    private static long perThousand(Spread spread) {
        return spread.count() == 0 ? 0 : Math.round(spread.mean() * PER);
    }

    /** What each sale more cost: the group's cost over the sales it made beyond what the others' rate would have given it. */
    static @Nullable Money costPerExtraSale(Side with, Side without, String currency) {
        Measure sales = measure(Kind.SALES, with, without);
        if (sales.verdict() != Verdict.MORE) {
            return null;
        }
        Spread a = with.spread(Kind.SALES);
        Spread b = without.spread(Kind.SALES);
        double extra = a.sum() - b.mean() * a.count();
        return Money.of(Math.round(with.cost() / extra), currency);
    }
}
