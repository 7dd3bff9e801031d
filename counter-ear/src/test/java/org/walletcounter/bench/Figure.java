package org.walletcounter.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One goal and what was found of it.
 *
 * @param goal as in "G1"
 * @param what is compared
 * @param unit of ours and the limit
 * @param ours round by round; empty if it was not measured
 * @param limits round by round, or one value for all rounds
 * @param wanted what the ratio of ours to the limit has to be
 * @param note what a reader must know besides, or why it was not measured
 */
public record Figure(
        String goal, String what, String unit, List<Double> ours, List<Double> limits, Wanted wanted, String note) {

    /** What a ratio has to be. */
    public record Wanted(boolean atLeast, double ratio) {

        /** No less than that. */
        public static Wanted atLeast(double ratio) {
            return new Wanted(true, ratio);
        }

        /** No more than that. */
        public static Wanted atMost(double ratio) {
            return new Wanted(false, ratio);
        }

        boolean isMetBy(double ratio) {
            return atLeast ? ratio >= this.ratio : ratio <= this.ratio;
        }

        @Override
        public String toString() {
            return (atLeast ? "≥ " : "≤ ") + (ratio == Math.rint(ratio) ? Long.toString((long) ratio) : ratio);
        }
    }

    /** A goal that this run could not measure. */
    public static Figure unmeasured(String goal, String what, String why) {
        return new Figure(goal, what, "", List.of(), List.of(), Wanted.atLeast(0), why);
    }

    /** The median of our rounds. */
    public double medianOfOurs() {
        return Samples.median(ours);
    }

    /** The median of the limit's rounds. */
    public double medianOfLimits() {
        return Samples.median(limits);
    }

    /** Ours in terms of the limit: the median over the rounds where the limit was measured in each. */
    public double ratio() {
        return limits.size() > 1 ? Samples.medianRatio(ours, limits) : medianOfOurs() / medianOfLimits();
    }

    /** Whether the goal is reached; null when nobody knows. */
    public @Nullable Boolean isMet() {
        double ratio = ratio();
        return Double.isNaN(ratio) ? null : wanted.isMetBy(ratio);
    }
}
