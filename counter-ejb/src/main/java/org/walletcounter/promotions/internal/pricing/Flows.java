package org.walletcounter.promotions.internal.pricing;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.internal.effects.Pooled;
import org.walletcounter.promotions.internal.goods.Working;

/**
 * For the bound: what candidates take off the lowest total when each looks at what those before it have left.
 *
 * <p>Of one that looks at only some goods, it is not known what these will cost by then, but it is known what they cost at the
 * most. Discounts on the whole order are even: they leave the goods their share of the total. Had the uneven ones not been
 * given, the total would be higher by no more than they took off; so the goods cost at most their share of the total with
 * that added back. What it takes off so dear goods leaves no more of the order than what it takes off in truth: thresholds
 * are nearer to each other in the total of some goods than they are in the total of the order. Not thread-safe.
 */
final class Flows {

    /** Products of two such amounts fit. */
    private static final long FITS = 3_000_000_000L;

    private static final long UNKNOWN = -1;

    private final @Nullable Pooled[] flowing;
    private final boolean[] even;
    private final int[][] reach;
    private final int[] pools;
    private final long[] now;
    private final long[] lows;
    private final long[] uneven;
    private final long roundings;

    private Working working;
    private long[] most;
    private long apart;

    Flows(List<Candidate> candidates, Buckets partition, Working initial) {
        int size = candidates.size();
        flowing = candidates.stream().map(Flows::flowing).toArray(Pooled[]::new);
        reach = candidates.stream().map(Candidate::reach).toArray(int[][]::new);
        even = new boolean[size];
        pools = new int[size];
        for (int i = 0; i < size; i++) {
            Candidate each = candidates.get(i);
            even[i] = each.effect() instanceof Pooled && each.target().whole();
            pools[i] = poolOf(i);
        }
        roundings = roundings(partition);
        now = new long[size];
        lows = new long[size + 1];
        uneven = new long[size + 1];
        working = initial;
        most = now;
    }

    /** Whether a candidate looks at what its goods cost by then. */
    boolean flows(int candidate) {
        return flowing[candidate] != null;
    }

    /** The first candidate that reaches the same lines. */
    int pool(int candidate) {
        return pools[candidate];
    }

    void begin(Working at, long[] mostOfEach) {
        working = at;
        most = mostOfEach;
        apart = 0;
        Arrays.fill(now, UNKNOWN);
    }

    /** What these lines cost now. */
    long now(int pool) {
        if (now[pool] == UNKNOWN) {
            now[pool] = working.now(reach[pool]);
        }
        return now[pool];
    }

    /** Others take off so much at the most, and not evenly. */
    void aside(long amount) {
        apart += amount;
    }

    /**
     * No more than this comes off a total that is not below {@code low} when so many are applied, in their order. For each
     * number of them the lowest total that they can leave is enough: what one leaves of more is no less.
     */
    long off(long low, long open, int allowed) {
        int times = Math.min(allowed, Long.bitCount(open));
        Arrays.fill(lows, 0, times + 1, low);
        Arrays.fill(uneven, 0, times + 1, apart);
        for (long left = open; left != 0; left &= left - 1) {
            int next = Long.numberOfTrailingZeros(left);
            for (int many = times; many > 0; many--) {
                join(next, many);
            }
        }
        apart = uneven[times];
        return low - lows[times];
    }

    private void join(int next, int many) {
        long before = lows[many - 1];
        if (before - most[next] < lows[many]) {
            long off = Math.min(most[next], within(next, before, uneven[many - 1]));
            lows[many] = Math.max(0, Math.min(lows[many], before - off));
        }
        uneven[many] = Math.max(uneven[many], uneven[many - 1] + (even[next] ? 0 : most[next]));
    }

    private long within(int candidate, long low, long taken) {
        Pooled flows = flowing[candidate];
        if (flows == null) {
            return most[candidate];
        }
        long total = working.total();
        if (even[candidate]) {
            return flows.within(low, total);
        }
        long dearest = now(pools[candidate]);
        if (low + taken < total && total < FITS) {
            // Each rounding can leave a unit more on each line.
            long rounded = 1 + roundings * reach[candidate].length;
            return flows.within(Math.min(dearest, dearest * (low + taken) / total + rounded), dearest);
        }
        return flows.within(dearest, dearest);
    }

    /** How many even discounts can be given together. */
    private long roundings(Buckets partition) {
        long roundings = 0;
        for (int i = 0; i < partition.members().length; i++) {
            boolean any = false;
            for (long left = partition.members()[i]; left != 0; left &= left - 1) {
                any |= even[Long.numberOfTrailingZeros(left)];
            }
            roundings += any ? partition.most()[i] : 0;
        }
        return roundings;
    }

    private int poolOf(int candidate) {
        int first = 0;
        while (!Arrays.equals(reach[first], reach[candidate])) {
            first++;
        }
        return first;
    }

    private static @Nullable Pooled flowing(Candidate candidate) {
        return candidate.effect() instanceof Pooled pooled
                        && !candidate.target().fromInitial()
                ? pooled
                : null;
    }
}
