package org.walletcounter.promotions.internal.pricing;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Terms;

/**
 * Finds candidates that do the same as one before them and exclude it, such as two promotions of one kind on the same shelf.
 * Every combination with the later costs the same with the earlier in its stead, so the search leaves the later out. Does not
 * find them all.
 */
final class Twins {

    private final List<Candidate> candidates;
    private final Legality legality;

    private Twins(List<Candidate> candidates, Legality legality) {
        this.candidates = candidates;
        this.legality = legality;
    }

    /** Those that have an earlier twin. */
    static long later(List<Candidate> candidates, Legality legality) {
        Twins twins = new Twins(candidates, legality);
        long later = 0;
        for (int i = 0; i < candidates.size(); i++) {
            later |= twins.hasEarlier(i) ? 1L << i : 0;
        }
        return later;
    }

    private boolean hasEarlier(int later) {
        for (int i = 0; i < later; i++) {
            if (doTheSame(candidates.get(i), candidates.get(later))
                    && excludeTheSame(i, later)
                    && nothingBetween(i, later)) {
                return true;
            }
        }
        return false;
    }

    /** Only effects on goods are compared: those look at nothing but the goods that they touch. */
    private static boolean doTheSame(Candidate one, Candidate other) {
        return one.effect().step() == Adjustment.Step.LINE
                && one.gate() == Gate.OPEN
                && other.gate() == Gate.OPEN
                && one.voucher() == other.voucher()
                && one.wanted() == other.wanted()
                && sayTheSame(one.terms(), other.terms());
    }

    private static boolean sayTheSame(Terms one, Terms other) {
        return one.benefit().equals(other.benefit())
                && one.on().equals(other.on())
                && one.stacking().equals(other.stacking())
                && Objects.equals(one.leastMargin(), other.leastMargin());
    }

    /** Whether they exclude each other and else the same, and neither is one of several of its campaign. */
    private boolean excludeTheSame(int one, int other) {
        long both = 1L << one | 1L << other;
        return legality.campaign(one) == 1L << one
                && legality.campaign(other) == 1L << other
                && (legality.conflicts(one) | 1L << one) == (legality.conflicts(other) | 1L << other)
                && (legality.conflicts(one) & both) != 0;
    }

    /** Whether what is applied between them has nothing to do with their goods: then it does not matter which comes first. */
    private boolean nothingBetween(int one, int other) {
        for (int i = one + 1; i < other; i++) {
            Candidate between = candidates.get(i);
            boolean apart = between.gate() == Gate.OPEN
                    && Collections.disjoint(Contest.touched(between), Contest.touched(candidates.get(one)));
            if (!apart && (legality.conflicts(one) & 1L << i) == 0) {
                return false;
            }
        }
        return true;
    }
}
