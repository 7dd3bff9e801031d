package org.walletcounter.promotions.internal.pricing;

import java.util.List;
import org.walletcounter.promotions.internal.effects.Pooled;
import org.walletcounter.promotions.internal.goods.Shares;
import org.walletcounter.promotions.internal.goods.Working;

/**
 * The lowest amounts of the lines when shares are taken off them. Amounts are kept with some bits behind the point, rounded
 * down; a reduction is rounded to whole units in truth, so each leaves a slack of a few units. Not thread-safe.
 */
final class LineShares {

    private static final int FINE = 8;

    private final long[][] rates;
    private final int[] slacks;
    private final long[] fine;
    private final long[] then;
    private final long[] best;
    private long sum;
    private long slack;

    LineShares(List<Candidate> candidates, int lines) {
        rates = candidates.stream().map(each -> rates(each, lines)).toArray(long[][]::new);
        slacks = candidates.stream().mapToInt(LineShares::slack).toArray();
        fine = new long[lines];
        then = new long[lines];
        best = new long[candidates.size()];
    }

    void begin(Working working) {
        for (int line = 0; line < fine.length; line++) {
            fine[line] = working.now(line) << FINE;
        }
        sum = working.total() << FINE;
        slack = 0;
    }

    /** The lowest total, in whole units. */
    long total() {
        return (sum >> FINE) - slack;
    }

    /** Whether all members of a bucket say which share of a line they take. */
    boolean knows(long bucket) {
        for (long left = bucket; left != 0; left &= left - 1) {
            for (long rate : rates[Long.numberOfTrailingZeros(left)]) {
                if (rate == Shares.WHOLE) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Takes the shares of a bucket's best members off each line, if that is less than an amount; answers whether it did. */
    boolean take(long open, int allowed, long amount) {
        long off = 0;
        long units = 0;
        for (long left = open; left != 0; left &= left - 1) {
            units = Math.max(units, slacks[Long.numberOfTrailingZeros(left)]);
        }
        long enough = (amount - units * allowed) << FINE;
        for (int line = 0; line < fine.length; line++) {
            then[line] = kept(open, allowed, line);
            off += fine[line] - then[line];
            if (off >= enough) {
                return false;
            }
        }
        System.arraycopy(then, 0, fine, 0, fine.length);
        sum -= off;
        slack += units * allowed;
        return true;
    }

    private long kept(long open, int allowed, int line) {
        if ((open & open - 1) == 0) {
            long rate = rates[Long.numberOfTrailingZeros(open)][line];
            return rate == 0 ? fine[line] : fine[line] * (Shares.WHOLE - rate) / Shares.WHOLE;
        }
        int size = 0;
        for (long left = open; left != 0; left &= left - 1) {
            long rate = rates[Long.numberOfTrailingZeros(left)][line];
            if (rate > 0) {
                best[size++] = rate;
            }
        }
        top(best, size, allowed);
        long kept = fine[line];
        for (int i = 0; i < Math.min(size, allowed); i++) {
            kept = kept * (Shares.WHOLE - best[i]) / Shares.WHOLE;
        }
        return kept;
    }

    /** Brings the largest to the front and answers their sum. */
    static long top(long[] values, int size, int many) {
        long sum = 0;
        if (size <= many) {
            for (int i = 0; i < size; i++) {
                sum += values[i];
            }
            return sum;
        }
        for (int i = 0; i < many; i++) {
            int largest = i;
            for (int j = i + 1; j < size; j++) {
                largest = values[j] > values[largest] ? j : largest;
            }
            long swap = values[i];
            values[i] = values[largest];
            values[largest] = swap;
            sum += values[i];
        }
        return sum;
    }

    /**
     * How far a reduction, rounded to whole units on each line, can lie above the share: half a unit a line when each is
     * rounded by itself; when one amount is divided, those that get a unit more are made up by those that get one less.
     */
    private static int slack(Candidate candidate) {
        int lines = candidate.reach().length;
        return candidate.effect() instanceof Pooled ? lines / 4 + 2 : lines / 2 + 1;
    }

    private static long[] rates(Candidate candidate, int lines) {
        long[] rates = new long[lines];
        for (int line : candidate.reach()) {
            rates[line] = candidate.effect().rate(candidate.target(), line);
        }
        return rates;
    }
}
