package org.walletcounter.reporting.internal.uplift;

import java.math.BigInteger;

/** How a whole number spreads over members: count, sum and sum of squares, exactly. Not thread-safe. */
final class Spread {

    private long count;
    private BigInteger sum = BigInteger.ZERO;
    private BigInteger squares = BigInteger.ZERO;

    void add(long value) {
        BigInteger exact = BigInteger.valueOf(value);
        count++;
        sum = sum.add(exact);
        squares = squares.add(exact.multiply(exact));
    }

    long count() {
        return count;
    }

    long sum() {
        return sum.longValueExact();
    }

    double mean() {
        return sum.doubleValue() / count;
    }

    /** The variance of the mean, from the sample's variance; the difference is exact, so nothing cancels out. */
    double varianceOfMean() {
        BigInteger n = BigInteger.valueOf(count);
        BigInteger deviation = n.multiply(squares).subtract(sum.multiply(sum));
        return deviation.doubleValue() / ((double) count * count * (count - 1));
    }
}
