package org.walletcounter.promotions.internal.pricing;

import java.util.List;
import org.walletcounter.promotions.internal.goods.Scene;
import org.walletcounter.promotions.internal.goods.Working;

/** A set of candidates on a basket: what it costs, and what it would cost with one more. */
record Combination(Scene scene, List<Candidate> candidates, Legality legality, long chosen) {

    boolean has(int candidate) {
        return (chosen & 1L << candidate) != 0;
    }

    /** Whether one more would still be legal. */
    boolean allows(int candidate) {
        return legality.legal(chosen | 1L << candidate);
    }

    Combination with(int candidate) {
        return new Combination(scene, candidates, legality, chosen | 1L << candidate);
    }

    /** Applies all of it, in order, up to and without one. */
    Working before(int end) {
        Working working = Working.of(scene);
        for (int i = 0; i < end; i++) {
            if (has(i)) {
                candidates.get(i).apply(working);
            }
        }
        return working;
    }

    /** The amounts with all of it applied. */
    Working after() {
        return before(candidates.size());
    }

    /** Those of it that give something: what gives nothing is no part of a quote. */
    Combination giving() {
        Working working = Working.of(scene);
        long giving = 0;
        for (int i = 0; i < candidates.size(); i++) {
            boolean gives = has(i) && candidates.get(i).apply(working);
            giving |= gives ? 1L << i : 0;
        }
        return giving == chosen ? this : new Combination(scene, candidates, legality, giving).giving();
    }

    /** What one of them takes off; nothing if it is not chosen. */
    long taken(int candidate) {
        return before(candidate).total() - before(candidate + 1).total();
    }

    /** What everything costs with all of it applied. */
    long net() {
        return after().total();
    }
}
