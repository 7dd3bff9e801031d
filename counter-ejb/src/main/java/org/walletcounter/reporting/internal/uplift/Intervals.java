package org.walletcounter.reporting.internal.uplift;

import java.util.OptionalDouble;

/**
 * Two means compared: Welch's interval of the difference and Fieller's of the ratio, at 95 %. The quantiles of Student's
 * distribution are G. W. Hill's, "Algorithm 396: Student's t-quantiles", Communications of the ACM 13, 1970; right to about
 * six digits from three degrees of freedom on, fractions too. Floating point, for none of this is money. Stateless.
 */
final class Intervals {

    private final Spread with;
    private final Spread without;

    Intervals(Spread with, Spread without) {
        this.with = with;
        this.without = without;
    }

    double difference() {
        return with.mean() - without.mean();
    }

    /** Welch's degrees of freedom. */
    double freedom() {
        double a = with.varianceOfMean();
        double b = without.varianceOfMean();
        double all = (a + b) * (a + b);
        return all == 0 ? 1e9 : all / (a * a / (with.count() - 1) + b * b / (without.count() - 1));
    }

    /** How far the difference reaches to either side. */
    double reach() {
        return quantile(freedom()) * Math.sqrt(with.varianceOfMean() + without.varianceOfMean());
    }

    /** The ratio of with to without; none without anything. */
    OptionalDouble ratio() {
        return without.mean() > 0 ? OptionalDouble.of(with.mean() / without.mean()) : OptionalDouble.empty();
    }

    /** The ends of the ratio's interval; none where what is without it may as well be zero. */
    double[] ratioEnds() {
        double base = without.mean();
        double t = quantile(freedom());
        double g = t * t * without.varianceOfMean() / (base * base);
        if (base <= 0 || g >= 1) {
            return new double[0];
        }
        double ratio = with.mean() / base;
        double root = t / base * Math.sqrt(with.varianceOfMean() * (1 - g) + ratio * ratio * without.varianceOfMean());
        return new double[] {(ratio - root) / (1 - g), (ratio + root) / (1 - g)};
    }

    /** Student's quantile for 95 % between its two ends. */
    static double quantile(double n) {
        double a = 1 / (n - 0.5);
        double b = 48 / (a * a);
        double c = ((20700 * a / b - 98) * a - 16) * a + 96.36;
        double d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt(a * Math.PI / 2) * n;
        double y = Math.pow(d * 0.05, 2 / n); // 5 % lie beyond the two ends
        double square = y > 0.05 + a ? aroundTheNormal(n, a, b, new double[] {c, d}) : farOut(n, d, y);
        return Math.sqrt(n * square);
    }

    private static double aroundTheNormal(double n, double a, double b, double[] terms) {
        double x = -1.959963984540054; // where the normal distribution has 2.5 % left
        double y = x * x;
        double c = terms[0] + (n < 5 ? 0.3 * (n - 4.5) * (x + 0.6) : 0);
        c = (((0.05 * terms[1] * x - 5) * x - 7) * x - 2) * x + b + c;
        y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x;
        return Math.expm1(a * y * y);
    }

    private static double farOut(double n, double d, double y) {
        return ((1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)) * y - 1)
                        * (n + 1)
                        / (n + 2)
                + 1 / y;
    }
}
