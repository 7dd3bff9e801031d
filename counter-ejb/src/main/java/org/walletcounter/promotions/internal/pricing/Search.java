package org.walletcounter.promotions.internal.pricing;

import java.util.Arrays;
import java.util.List;
import org.walletcounter.promotions.Quote;
import org.walletcounter.promotions.internal.goods.Scene;
import org.walletcounter.promotions.internal.goods.Working;

/**
 * Finds the best legal combination by branch and bound. Candidates are decided in the order in which they are applied, each
 * one in or out; a branch is left when its {@link Bound} says that it cannot become better than the best one found. When that
 * ends by itself, the best is proved; when the allowance is used up first, the result says so. Not thread-safe, used once.
 */
final class Search {

    private final Candidate[] candidates;
    private final Legality legality;
    private final Bound bound;
    private final int allowance;
    private final Guarding guard;
    private final Working[] working;
    private final long[][] most;
    private final long[][] mostWorth;
    private final boolean[] sharp;
    private final Working scratch;
    private final long wantedMask;
    private final long voucherMask;
    private final long compared;

    private Score best;
    private int examined;

    Search(List<Candidate> candidates, Legality legality, Scene scene, Guarding guard, int allowance) {
        this.candidates = candidates.toArray(Candidate[]::new);
        this.legality = legality;
        this.allowance = allowance;
        this.guard = guard;
        bound = new Bound(candidates, legality, scene);
        int size = candidates.size();
        working = new Working[size + 1];
        working[0] = Working.of(scene);
        for (int i = 1; i <= size; i++) {
            working[i] = working[0].sibling();
        }
        scratch = working[0].sibling();
        sharp = Contest.sharp(candidates, legality);
        most = new long[size + 1][size];
        mostWorth = new long[size + 1][size];
        wantedMask = mask(candidates, true);
        voucherMask = mask(candidates, false);
        compared = all(size) & ~Twins.later(candidates, legality);
        best = new Score(0, 0, working[0].total(), 0, 0);
    }

    /** Searches. */
    Found run() {
        look(0, compared);
        long lowest = bound.lowest(working[0], compared, 0, most[0]);
        visit(0, compared, 0);
        boolean exact = examined < allowance;
        return new Found(best.chosen, best.net, exact, examined, exact ? best.net : Math.min(lowest, best.net));
    }

    /** Decides the first of the undecided candidates; {@code level} says how many are in already. */
    private void visit(int level, long undecided, long chosen) {
        if (++examined >= allowance) {
            return;
        }
        long open = useful(level, undecided, chosen);
        if (open == 0 || hopeless(level, open, chosen)) {
            return;
        }
        int next = Long.numberOfTrailingZeros(open);
        long rest = open & ~(1L << next);
        if (promising(level, next, rest, chosen)) {
            with(level, next, rest, chosen);
            visit(level, rest, chosen);
        } else {
            visit(level, rest, chosen);
            with(level, next, rest, chosen);
        }
    }

    private void with(int level, int next, long rest, long chosen) {
        Working after = working[level + 1].copy(working[level]);
        if (!candidates[next].apply(after) || guard.lost(after)) {
            return;
        }
        long withIt = chosen | 1L << next;
        offer(level + 1, withIt);
        // What the rest took off before, it takes off at the most: often enough to see that there is no hope.
        System.arraycopy(most[level], 0, most[level + 1], 0, candidates.length);
        System.arraycopy(mostWorth[level], 0, mostWorth[level + 1], 0, candidates.length);
        if (!hopeless(level + 1, rest, withIt)) {
            look(level + 1, rest);
            visit(level + 1, rest, withIt);
        }
    }

    /** Those that may still join and would give something. */
    private long useful(int level, long undecided, long chosen) {
        long open = 0;
        for (long left = undecided; left != 0; left &= left - 1) {
            int next = Long.numberOfTrailingZeros(left);
            boolean gives = most[level][next] > 0 || mostWorth[level][next] > 0;
            if (gives && couldJoin(next, undecided, chosen)) {
                open |= 1L << next;
            }
        }
        return open;
    }

    /** A further voucher of a holding waits for the one before it. */
    private boolean couldJoin(int next, long undecided, long chosen) {
        boolean waits = candidates[next].copy() > 0 && (undecided & 1L << (next - 1)) != 0;
        return waits ? legality.allows(next, chosen | 1L << (next - 1)) : legality.allows(next, chosen);
    }

    private void offer(int level, long chosen) {
        Score score = score(working[level], chosen);
        if (score.compareTo(best) < 0 && guard.keeps(working[level], chosen)) {
            best = score;
        }
    }

    private Score score(Working at, long chosen) {
        int wanted = Long.bitCount(chosen & wantedMask);
        return new Score(chosen, wanted, at.total(), at.worth(), Long.bitCount(chosen & voucherMask));
    }

    private boolean hopeless(int level, long open, long chosen) {
        int wanted = Long.bitCount((chosen | open) & wantedMask);
        if (wanted != best.wanted) {
            return wanted < best.wanted;
        }
        long lowest = Math.max(guard.lowest(), bound.lowest(working[level], open, chosen, most[level]));
        if (lowest != best.net) {
            return lowest > best.net;
        }
        long worth = working[level].worth() + sum(mostWorth[level], open);
        return worth < best.worth || (worth == best.worth && vouchers(level, open, chosen) >= best.vouchers);
    }

    /** So many vouchers are needed at the least to come down to the best price. */
    private int vouchers(int level, long open, long chosen) {
        int vouchers = Long.bitCount(chosen & voucherMask);
        long needed = working[level].total() - best.net - sum(most[level], open & ~voucherMask);
        long[] gains = new long[Long.bitCount(open & voucherMask)];
        int size = 0;
        for (long left = open & voucherMask; left != 0; left &= left - 1) {
            gains[size++] = most[level][Long.numberOfTrailingZeros(left)];
        }
        Arrays.sort(gains);
        for (int i = size - 1; i >= 0 && needed > 0; i--) {
            needed -= gains[i];
            vouchers++;
        }
        return vouchers;
    }

    /** Whether to try first with it: when it gives no less than those that it keeps out. */
    private boolean promising(int level, int next, long rest, long chosen) {
        for (long left = rest & legality.conflicts(next); left != 0; left &= left - 1) {
            if (most[level][Long.numberOfTrailingZeros(left)] > most[level][next]) {
                return false;
            }
        }
        return bound.amongBest(next, rest, chosen, most[level]);
    }

    private void look(int level, long undecided) {
        for (long left = undecided; left != 0; left &= left - 1) {
            int next = Long.numberOfTrailingZeros(left);
            most[level][next] = sharp[next] ? wouldTake(level, next) : candidates[next].most(working[level]);
            mostWorth[level][next] = candidates[next].mostWorth(working[level]);
        }
    }

    private long wouldTake(int level, int next) {
        Working trial = scratch.copy(working[level]);
        candidates[next].apply(trial);
        return working[level].total() - trial.total();
    }

    private static long sum(long[] values, long set) {
        long sum = 0;
        for (long left = set; left != 0; left &= left - 1) {
            sum += values[Long.numberOfTrailingZeros(left)];
        }
        return sum;
    }

    private static long all(int size) {
        return size == 64 ? -1L : (1L << size) - 1;
    }

    private static long mask(List<Candidate> candidates, boolean wanted) {
        long mask = 0;
        for (int i = 0; i < candidates.size(); i++) {
            boolean in = wanted ? candidates.get(i).wanted() : candidates.get(i).voucher();
            mask |= in ? 1L << i : 0;
        }
        return mask;
    }

    /**
     * How good a combination is: what is wanted first, then the lowest net, then what is promised, then the fewest vouchers.
     */
    record Score(long chosen, int wanted, long net, long worth, int vouchers) implements Comparable<Score> {

        @Override
        public int compareTo(Score other) {
            int byWish = Integer.compare(other.wanted, wanted);
            int byNet = Long.compare(net, other.net);
            int byWorth = Long.compare(other.worth, worth);
            int byVouchers = Integer.compare(vouchers, other.vouchers);
            return byWish != 0 ? byWish : byNet != 0 ? byNet : byWorth != 0 ? byWorth : byVouchers;
        }
    }

    /** What was found. */
    record Found(long chosen, long net, boolean exact, int examined, long lowestPossible) {

        /** What the quote says about it; when some were left out for being too many, nothing is proved. */
        Quote.Search told(boolean all) {
            return new Quote.Search(exact && all, examined, all ? lowestPossible : 0);
        }
    }
}
