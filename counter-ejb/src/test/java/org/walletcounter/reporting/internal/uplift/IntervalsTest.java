package org.walletcounter.reporting.internal.uplift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Intervals against values that are printed elsewhere. */
class IntervalsTest {

    /** Student's sleep data (Biometrika 6, 1908), in tenths of hours; as R's t.test(extra ~ group, data = sleep) has them. */
    private static final long[] FIRST = {7, -16, -2, -12, -1, 34, 37, 8, 0, 20};

    private static final long[] SECOND = {19, 8, 11, 1, -1, 44, 55, 16, 46, 34};

    @Test
    void welchsIntervalOfTheSleepDataIsThatOfTheTextbooks() {
        Intervals sleep = new Intervals(spread(FIRST), spread(SECOND));

        assertThat(sleep.difference()).isCloseTo(-15.8, within(1e-9));
        assertThat(sleep.freedom()).isCloseTo(17.776, within(0.001));
        assertThat(sleep.difference() - sleep.reach()).isCloseTo(-33.654832, within(1e-4));
        assertThat(sleep.difference() + sleep.reach()).isCloseTo(2.054832, within(1e-4));
    }

    @Test
    void quantilesAreThoseOfThePrintedTables() {
        Map.of(3, 3.182, 4, 2.776, 5, 2.571, 10, 2.228, 20, 2.086, 30, 2.042, 60, 2.000, 120, 1.980, 1_000_000, 1.960)
                .forEach((freedom, printed) -> assertThat(Intervals.quantile(freedom))
                        .as("%d degrees", freedom)
                        .isCloseTo(printed, within(0.0005)));
    }

    @Property
    void fiellersEndsAreWhereTheDifferenceFromThatRatioIsJustNotSignificant(
            @ForAll @Size(min = 5, max = 40) List<@IntRange(min = 50, max = 200) Integer> with,
            @ForAll @Size(min = 5, max = 40) List<@IntRange(min = 50, max = 200) Integer> without) {
        Spread a = spread(with.stream().mapToLong(Integer::longValue).toArray());
        Spread b = spread(without.stream().mapToLong(Integer::longValue).toArray());
        Intervals intervals = new Intervals(a, b);
        double t = Intervals.quantile(intervals.freedom());

        for (double end : intervals.ratioEnds()) {
            double distance = Math.abs(a.mean() - end * b.mean());
            assertThat(distance)
                    .isCloseTo(t * Math.sqrt(a.varianceOfMean() + end * end * b.varianceOfMean()), within(1e-6));
        }
        double[] ends = intervals.ratioEnds();
        if (ends.length == 2 && a.varianceOfMean() + b.varianceOfMean() > 0) {
            assertThat(ends[0] > 1 || ends[1] < 1).isEqualTo(Math.abs(intervals.difference()) > intervals.reach());
        }
    }

    @Test
    void theRatioOfWhatMayAsWellBeZeroHasNoEnds() {
        assertThat(new Intervals(spread(100, 90, 110), spread(0, 0, 1)).ratioEnds())
                .isEmpty();
        assertThat(new Intervals(spread(1, 2), spread(0, 0)).ratio()).isEmpty();
    }

    @Test
    void hugeAmountsCancelNothingOut() {
        long base = 1_000_000_000_000L;

        assertThat(spread(base + 1, base + 2, base + 3).varianceOfMean()).isCloseTo(1.0 / 3, within(1e-12));
    }

    private static Spread spread(long... values) {
        Spread spread = new Spread();
        for (long value : values) {
            spread.add(value);
        }
        return spread;
    }
}
