package org.walletcounter.reporting;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;

/**
 * What a promotion does to how members buy, told by those that it is kept from (增量效果, 对照组).
 *
 * <p>Every member who had joined by the last day belongs to one of two groups by the same stable hash that keeps the promotion
 * from some of them at the till ({@link org.walletcounter.promotions.Promotion#holdsOut}); nothing is stored or guessed. A
 * member counts whether they bought or not, so the groups differ in nothing but the promotion. Anonymous sales belong to
 * nobody and are left out. Members whose side a new version of the campaign changed are left out too.
 *
 * <p>Measures are per thousand members. The interval of the difference is Welch's (B. L. Welch, "The generalization of
 * 'Student's' problem when several different population variances are involved", Biometrika 34, 1947), that of the ratio is
 * Fieller's with the same quantile (E. C. Fieller, "Some problems in interval estimation", J. R. Stat. Soc. B 16, 1954), both
 * at 95 %. Fieller's excludes "no change" exactly when Welch's excludes zero, so the two never contradict each other. Amounts
 * are summed in whole minor units; only the intervals, which are no money, are reckoned in floating point, and rounded.
 *
 * @param from the first day looked at: the later of the first one asked for and the campaign's first
 * @param to the last day likewise
 * @param share of the members held out, in basis points
 * @param anonymous how many sales of those days no member made; they are in neither group
 * @param costPerExtraSale what the promotion cost for each sale more that it brought; null where it is not clear that it
 *     brought any
 */
public record Uplift(
        LocalDate from,
        LocalDate to,
        int share,
        Group with,
        Group without,
        long anonymous,
        List<Measure> measures,
        @Nullable Money costPerExtraSale) {

    /** So many must have bought in each group before anything is said. */
    public static final int FEWEST_BUYERS = 30;

    /** Keeps a copy. */
    public Uplift {
        measures = List.copyOf(measures);
    }

    /** What is said first: turnover per member. */
    public Measure main() {
        return measures.get(0);
    }

    /**
     * A group of members and what they bought.
     *
     * @param sales theirs, those given back whole left out
     * @param turnover what they paid and did not get back
     * @param basket what a sale came to on average; null without a sale
     * @param margin turnover less what the goods cost today, of those sales whose every cost is known and of which nothing
     *     came back
     * @param costed how many sales those are
     * @param cost what the promotion took off theirs, less what returns undid, and what its promises that stand are worth
     */
    public record Group(
            long members,
            long buyers,
            long sales,
            Money turnover,
            @Nullable Money basket,
            Money margin,
            long costed,
            Money cost) {}

    /** What is measured. */
    public enum Kind {
        /** What members paid and did not get back, in minor units. */
        TURNOVER,
        /** How many sales. */
        SALES,
        /** How many bought at all. */
        BUYERS,
        /** The margin where costs are known, in minor units. */
        MARGIN
    }

    /** What can be said. */
    public enum Verdict {
        /** Too few have bought in one of the groups: nothing can be told. */
        TOO_FEW,
        /** It may be more, less or the same: not enough data to tell. */
        UNCLEAR,
        /** More with the promotion. */
        MORE,
        /** Less with the promotion. */
        LESS
    }

    /**
     * A measure per thousand members with the promotion and without it.
     *
     * @param low the lower end of the interval of the difference; both ends are zero when there are too few
     * @param change relative to without, in basis points, with its interval; null where nothing sure can be said of it
     */
    public record Measure(
            Kind kind,
            long with,
            long without,
            long low,
            long high,
            @Nullable Change change,
            Verdict verdict) {

        /** With less without. */
        public long difference() {
            return with - without;
        }
    }

    /** A relative change in basis points, and between which it lies. */
    public record Change(long about, long low, long high) {}
}
