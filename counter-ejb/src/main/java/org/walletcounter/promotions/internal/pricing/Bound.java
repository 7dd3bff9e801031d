package org.walletcounter.promotions.internal.pricing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.walletcounter.promotions.internal.goods.Scene;
import org.walletcounter.promotions.internal.goods.Working;

/**
 * What a combination that has begun can come down to at the least, whatever of the undecided candidates is added to it.
 *
 * <p>Candidates fall into {@link Buckets} of which only so many can be chosen together; each bucket is reckoned where its last
 * member is applied. What it can take off is its best members' amounts of now, or what is less: its share of each line (two
 * times ten percent are nineteen, not twenty), or, for those that look at what several lines cost together, what they take off
 * the lowest total there can be by then ({@link Flows}). This is sound because what is left of a dearer basket is never less
 * than what is left of a cheaper one, nor does the difference grow: an amount may be taken off later than it is in truth, and
 * so may a share, unless something that has thresholds stands between. Not thread-safe.
 */
final class Bound {

    private final Bucket[] buckets;
    private final Bucket[] inOrder;
    private final int[] bucketOf;
    private final long[] pooled;
    private final long[] gains;
    private final LineShares shares;
    private final Flows flows;

    private long[] most;
    private long taken;

    Bound(List<Candidate> candidates, Legality legality, Scene scene) {
        this.most = new long[candidates.size()];
        Buckets partition = new Buckets(candidates, legality);
        bucketOf = partition.of();
        shares = new LineShares(candidates, scene.size());
        flows = new Flows(candidates, partition, Working.of(scene));
        pooled = new long[candidates.size()];
        gains = new long[candidates.size()];
        buckets = new Bucket[partition.members().length];
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = bucket(partition.members()[i], partition.most()[i], partition);
        }
        inOrder = buckets.clone();
        Arrays.sort(inOrder, Comparator.comparingInt(Bucket::last));
    }

    /**
     * No completion costs less.
     *
     * @param undecided which candidates may still be added
     * @param chosen which have been
     * @param mostOfEach what each undecided one takes off at the most
     */
    long lowest(Working at, long undecided, long chosen, long[] mostOfEach) {
        most = mostOfEach;
        taken = 0;
        shares.begin(at);
        flows.begin(at, mostOfEach);
        Arrays.fill(pooled, 0);
        for (Bucket bucket : inOrder) {
            long open = bucket.members & undecided;
            int allowed = bucket.allowed - Long.bitCount(bucket.members & chosen);
            if (open != 0 && allowed > 0) {
                take(bucket, open, allowed);
            }
        }
        return Math.max(0, shares.total() - taken);
    }

    /** Whether a candidate is among the best of its bucket that can still be chosen together. */
    boolean amongBest(int candidate, long undecided, long chosen, long[] mostOfEach) {
        Bucket bucket = buckets[bucketOf[candidate]];
        int better = 0;
        for (long left = bucket.members & undecided; left != 0; left &= left - 1) {
            better += mostOfEach[Long.numberOfTrailingZeros(left)] > mostOfEach[candidate] ? 1 : 0;
        }
        return better < bucket.allowed - Long.bitCount(bucket.members & chosen);
    }

    private void take(Bucket bucket, long open, int allowed) {
        if (bucket.way == Way.FLOWS) {
            taken += flows.off(Math.max(0, shares.total() - taken), open, allowed);
            return;
        }
        long amount = amount(open, allowed);
        flows.aside(amount);
        if (bucket.way != Way.SHARES || !shares.take(open, allowed, amount)) {
            taken += bucket.pool < 0 ? amount : ofPool(bucket.pool, amount);
        }
    }

    /** Those that reach the same lines take off no more together than the lines cost. */
    private long ofPool(int pool, long amount) {
        long left = flows.now(pool) - pooled[pool];
        long off = Math.min(amount, left);
        pooled[pool] += off;
        return off;
    }

    /** The sum of a bucket's best members. */
    private long amount(long open, int allowed) {
        int size = 0;
        for (long left = open; left != 0; left &= left - 1) {
            gains[size++] = most[Long.numberOfTrailingZeros(left)];
        }
        return LineShares.top(gains, size, allowed);
    }

    private Bucket bucket(long members, int allowed, Buckets partition) {
        int first = Long.numberOfTrailingZeros(members);
        int last = 63 - Long.numberOfLeadingZeros(members);
        Way way = Way.AMOUNT;
        if (flowsTogether(members)) {
            way = Way.FLOWS;
        } else if (shares.knows(members) && !crossesAFlow(members, partition)) {
            way = Way.SHARES;
        }
        return new Bucket(members, allowed, last, way, first == last ? flows.pool(first) : -1);
    }

    /** Whether its members are applied one after the other, nothing else between, and one of them looks at what is left. */
    private boolean flowsTogether(long members) {
        int first = Long.numberOfTrailingZeros(members);
        int size = 64 - Long.numberOfLeadingZeros(members) - first;
        boolean oneFlows = false;
        for (long left = members; left != 0; left &= left - 1) {
            oneFlows |= flows.flows(Long.numberOfTrailingZeros(left));
        }
        return oneFlows && Long.bitCount(members) == size;
    }

    private boolean crossesAFlow(long members, Buckets partition) {
        int last = 63 - Long.numberOfLeadingZeros(members);
        for (int i = Long.numberOfTrailingZeros(members) + 1; i < last; i++) {
            long mates = partition.members()[bucketOf[i]];
            if (mates != members && flowsTogether(mates)) {
                return true;
            }
        }
        return false;
    }

    /** In which way a bucket is reckoned. */
    private enum Way {
        AMOUNT,
        SHARES,
        FLOWS
    }

    private record Bucket(long members, int allowed, int last, Way way, int pool) {}
}
