package org.walletcounter.promotions.internal.goods;

import org.walletcounter.kernel.Proportion;

/**
 * Divides an amount by weights, exactly: each gets its share rounded down, and the units left over go to the largest
 * remainders; among equals to the first (最大余数法). No share is larger than its weight while the amount is not larger than
 * the sum of the weights.
 */
public final class Shares {

    /** A whole in basis points. */
    public static final int WHOLE = 10_000;

    private static final long FITS = 3_000_000_000L;

    private Shares() {}

    /** Divides a non-negative amount; the shares sum to it. All weights zero: nothing is divided. */
    public static long[] of(long amount, long[] weights) {
        long[] shares = new long[weights.length];
        long sum = 0;
        for (long weight : weights) {
            sum += weight;
        }
        if (sum == 0 || amount == 0) {
            return shares;
        }
        boolean small = amount < FITS && sum < FITS;
        long[] remainders = new long[weights.length];
        long left = amount;
        for (int i = 0; i < weights.length; i++) {
            shares[i] = small ? amount * weights[i] / sum : quotient(amount, weights[i], sum);
            // Exact even when both products pass 64 bits: their difference is below the sum.
            remainders[i] = amount * weights[i] - shares[i] * sum;
            left -= shares[i];
        }
        for (; left > 0; left--) {
            int next = largest(remainders);
            shares[next]++;
            remainders[next] = -1;
        }
        return shares;
    }

    /** Basis points of an amount, rounded half up. */
    public static long percent(long amount, long basisPoints) {
        return (amount * basisPoints + WHOLE / 2) / WHOLE;
    }

    private static int largest(long[] remainders) {
        int best = 0;
        for (int i = 1; i < remainders.length; i++) {
            if (remainders[i] > remainders[best]) {
                best = i;
            }
        }
        return best;
    }

    private static long quotient(long amount, long weight, long sum) {
        return new Proportion(weight, sum).of(amount);
    }
}
