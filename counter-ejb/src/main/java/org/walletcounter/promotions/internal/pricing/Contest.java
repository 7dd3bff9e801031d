package org.walletcounter.promotions.internal.pricing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.walletcounter.promotions.internal.effects.Sets;

/** Finds out whether other sets can use up the pieces that a set needs. */
final class Contest {

    private Contest() {}

    /** For each candidate, whether what it takes off now is all that it can take off later. */
    static boolean[] sharp(List<Candidate> candidates, Legality legality) {
        boolean[] sharp = new boolean[candidates.size()];
        for (int i = 0; i < sharp.length; i++) {
            Candidate one = candidates.get(i);
            sharp[i] = one.effect().isSharpAlone(one.target()) && !contested(i, candidates, legality);
        }
        return sharp;
    }

    private static boolean contested(int candidate, List<Candidate> candidates, Legality legality) {
        Set<Integer> lines = touched(candidates.get(candidate));
        for (int i = 0; i < candidates.size(); i++) {
            boolean together = i != candidate && (legality.conflicts(candidate) & 1L << i) == 0;
            if (together
                    && candidates.get(i).effect() instanceof Sets
                    && touched(candidates.get(i)).stream().anyMatch(lines::contains)) {
                return true;
            }
        }
        return false;
    }

    /** The lines whose pieces it needs: bought ones too. */
    static Set<Integer> touched(Candidate candidate) {
        Set<Integer> lines = new HashSet<>();
        IntStream.of(candidate.reach()).forEach(lines::add);
        IntStream.of(candidate.target().lines()).forEach(lines::add);
        return lines;
    }
}
