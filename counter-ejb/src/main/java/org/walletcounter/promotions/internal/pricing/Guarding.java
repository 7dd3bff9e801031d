package org.walletcounter.promotions.internal.pricing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.MarginGuard;
import org.walletcounter.promotions.internal.goods.Scene;
import org.walletcounter.promotions.internal.goods.Working;

/**
 * Keeps the least margin. Each guarded line has a floor that reductions do not pass; where a candidate with a limit of its own
 * is chosen, the lowest limit of those that reach the line counts. What is more reduced never costs more, so a line below
 * every floor it could have is below it for good: the search leaves such a branch. Thread-safe.
 */
final class Guarding {

    private static final long NONE = 0;
    private static final long ANY = -1L;
    private static final int ANYWHERE = -1;
    private static final long MOST_COST = 1_000_000_000_000L;

    private final MarginGuard house;
    private final int[] lines;
    private final long[] costs;
    private final long[] initial;
    private final long together;
    private final long costTogether;
    private final Limit[] limits;
    private final long[] lowest;
    private final long lowestTogether;
    private final long lowestOfAll;
    private final boolean on;

    Guarding(Scene scene, List<Candidate> candidates, MarginGuard house) {
        this.house = house;
        lines = IntStream.range(0, scene.size())
                .filter(line -> scene.lines().get(line).unitCost() != null)
                .toArray();
        costs = IntStream.of(lines)
                .mapToLong(line -> cost(scene.lines().get(line)))
                .toArray();
        initial = IntStream.of(lines).mapToLong(scene::initial).toArray();
        together = Arrays.stream(initial).sum();
        costTogether = Arrays.stream(costs).sum();
        limits = limits(candidates);
        on = lines.length > 0 && (house.line() != null || house.sale() != null || limits.length > 0);
        lowest = new long[lines.length];
        for (int i = 0; i < lines.length; i++) {
            lowest[i] = lowest(i);
        }
        lowestTogether = floorTogether(ANY);
        lowestOfAll = Math.max(Arrays.stream(lowest).sum(), lowestTogether);
    }

    /** Whether every guarded line, and all of them together, cost no less than they must with those chosen. */
    boolean keeps(Working at, long chosen) {
        if (!on) {
            return true;
        }
        long now = 0;
        for (int i = 0; i < lines.length; i++) {
            long amount = at.now(lines[i]);
            now += amount;
            if (amount < floor(i, chosen)) {
                return false;
            }
        }
        return now >= floorTogether(chosen);
    }

    /** Whether no candidate that may still be added can make up for it. */
    boolean lost(Working at) {
        if (!on) {
            return false;
        }
        long now = 0;
        for (int i = 0; i < lines.length; i++) {
            long amount = at.now(lines[i]);
            now += amount;
            if (amount < lowest[i]) {
                return true;
            }
        }
        return now < lowestTogether;
    }

    /** No legal combination costs less than this. */
    long lowest() {
        return lowestOfAll;
    }

    private long floor(int index, long chosen) {
        Integer own = own(chosen, lines[index]);
        return floor(initial[index], costs[index], own == null ? house.line() : own);
    }

    /** The lowest floor that a line can have, whatever is chosen. */
    private long lowest(int index) {
        Integer own = own(ANY, lines[index]);
        Integer line = house.line();
        boolean lower = own != null && line != null && own < line;
        return line == null ? NONE : floor(initial[index], costs[index], lower ? own : line);
    }

    private long floorTogether(long chosen) {
        Integer own = own(chosen, ANYWHERE);
        Integer sale = house.sale();
        boolean lower = own != null && sale != null && own < sale;
        return floor(together, costTogether, lower ? own : sale);
    }

    /** The lowest of the chosen ones' own limits, or null when none has one. */
    private @Nullable Integer own(long chosen, int line) {
        Integer lowestOfAll = null;
        for (Limit each : limits) {
            boolean counts = (chosen & 1L << each.candidate) != 0 && (line == ANYWHERE || each.reaches[line]);
            if (counts && (lowestOfAll == null || each.basisPoints < lowestOfAll)) {
                lowestOfAll = each.basisPoints;
            }
        }
        return lowestOfAll;
    }

    private static long floor(long initial, long cost, @Nullable Integer basisPoints) {
        return basisPoints == null ? NONE : Math.min(initial, MarginGuard.floor(cost, basisPoints));
    }

    private Limit[] limits(List<Candidate> candidates) {
        return IntStream.range(0, candidates.size())
                .filter(i -> candidates.get(i).terms().leastMargin() != null)
                .mapToObj(i -> limit(i, candidates.get(i)))
                .toArray(Limit[]::new);
    }

    private static Limit limit(int index, Candidate candidate) {
        boolean[] reaches = new boolean[candidate.target().scene().size()];
        for (int line : candidate.reach()) {
            reaches[line] = true;
        }
        Integer limit = candidate.terms().leastMargin();
        return new Limit(index, limit == null ? 0 : limit, reaches);
    }

    private static long cost(Basket.Line line) {
        Long unit = line.unitCost();
        return unit == null ? 0 : Math.min(MOST_COST, unit * line.quantity());
    }

    /** A candidate's own limit. */
    private static final class Limit {

        private final int candidate;
        private final int basisPoints;
        private final boolean[] reaches;

        Limit(int candidate, int basisPoints, boolean[] reaches) {
            this.candidate = candidate;
            this.basisPoints = basisPoints;
            this.reaches = reaches;
        }
    }
}
