package org.walletcounter.promotions;

import org.jspecify.annotations.Nullable;

/**
 * The least margin that reductions may leave (毛利底线), in basis points of what the customer pays: (net - cost) / net. Goods whose
 * cost is not known are not guarded, nor is a line that nothing reduces. A campaign may set another limit for what it
 * reduces; of several the lowest counts.
 *
 * @param line of each line; null for none
 * @param sale of the guarded lines together; null for none
 */
public record MarginGuard(@Nullable Integer line, @Nullable Integer sale) {

    /** Nothing is guarded. */
    public static final MarginGuard OFF = new MarginGuard(null, null);

    /** The lowest limit there can be: goods go for an eleventh of their cost. */
    public static final int LOWEST = -100_000;

    /** The highest limit there can be. */
    public static final int HIGHEST = Sound.WHOLE - 1;

    /** Refuses limits that nothing could keep. */
    public MarginGuard {
        requireSound("line", line);
        requireSound("sale", sale);
    }

    /** Refuses a limit that nothing could keep. */
    static void requireSound(String field, @Nullable Integer basisPoints) {
        if (basisPoints != null) {
            Sound.count(field, basisPoints, LOWEST, HIGHEST);
        }
    }

    /** The least amount for goods that cost so much, in minor units, rounded up. */
    public static long floor(long cost, int basisPoints) {
        long kept = Sound.WHOLE - basisPoints;
        return (Math.min(cost, Sound.MOST_MINOR) * Sound.WHOLE + kept - 1) / kept;
    }
}
