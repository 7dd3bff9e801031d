package org.walletcounter.promotions.internal.pricing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.walletcounter.promotions.Stacking;

/** What goes together. Sets of candidates are bit masks; candidate i is bit i. */
final class Legality {

    private static final long[] NOBODY = {};

    private final List<Candidate> candidates;
    private final boolean[] followsACopy;
    private final int[] perOrder;
    private final int[] atMost;
    private final int[] perCategory;
    private final long[] conflicts;
    private final long[] sameGroup;
    private final long[] sameCampaign;
    private final List<Set<String>> categories;
    private final long[][] sameCategory;

    Legality(List<Candidate> candidates) {
        this.candidates = candidates;
        this.categories = candidates.stream().map(Legality::categories).toList();
        int size = candidates.size();
        followsACopy = new boolean[size];
        perOrder = candidates.stream().mapToInt(Candidate::perOrder).toArray();
        atMost = candidates.stream().mapToInt(each -> each.stacking().atMost()).toArray();
        perCategory = candidates.stream()
                .mapToInt(each -> each.stacking().perCategory())
                .toArray();
        conflicts = new long[size];
        sameGroup = new long[size];
        sameCampaign = new long[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                relate(i, candidates.get(i), j, candidates.get(j));
            }
        }
        sameCategory = new long[size][];
        for (int i = 0; i < size; i++) {
            followsACopy[i] = candidates.get(i).copy() > 0;
            sameCategory[i] = categoryMates(i);
        }
    }

    /** Whether a candidate may join those chosen. */
    boolean allows(int candidate, long chosen) {
        if ((conflicts[candidate] & chosen) != 0) {
            return false;
        }
        boolean copyBefore = !followsACopy[candidate] || (chosen & (1L << (candidate - 1))) != 0;
        return copyBefore && withinLimits(candidate, chosen);
    }

    /** Whether a whole set is legal. */
    boolean legal(long set) {
        long chosen = 0;
        for (int i = 0; i < candidates.size(); i++) {
            if ((set & (1L << i)) != 0) {
                if (!allows(i, chosen)) {
                    return false;
                }
                chosen |= 1L << i;
            }
        }
        return true;
    }

    /** Those that a candidate can never be chosen with. */
    long conflicts(int candidate) {
        return conflicts[candidate];
    }

    /** Those that count each other in a candidate's group, itself among them; 0 when it has no group or no limit. */
    long group(int candidate) {
        return sameGroup[candidate];
    }

    /** Those of a candidate's campaign, itself among them. */
    long campaign(int candidate) {
        return sameCampaign[candidate];
    }

    private boolean withinLimits(int candidate, long chosen) {
        long withIt = chosen | (1L << candidate);
        long mates = sameGroup[candidate] & withIt;
        return Long.bitCount(sameCampaign[candidate] & withIt) <= perOrder[candidate]
                && Long.bitCount(mates) <= strictest(atMost, mates)
                && withinCategories(candidate, withIt);
    }

    private boolean withinCategories(int candidate, long withIt) {
        for (long mates : sameCategory[candidate]) {
            long together = mates & withIt;
            if (Long.bitCount(together) > strictest(perCategory, together)) {
                return false;
            }
        }
        return true;
    }

    private static int strictest(int[] limits, long set) {
        int most = Integer.MAX_VALUE;
        for (long left = set; left != 0; left &= left - 1) {
            most = Math.min(most, limits[Long.numberOfTrailingZeros(left)]);
        }
        return most;
    }

    private void relate(int i, Candidate one, int j, Candidate other) {
        boolean grouped = grouped(one, other);
        boolean exclude = excludes(one, other) || excludes(other, one) || (grouped && alone(i, one, j, other));
        if (i != j && exclude) {
            conflicts[i] |= 1L << j;
        }
        if (grouped) {
            sameGroup[i] |= 1L << j;
        }
        if (one.source().campaignId().equals(other.source().campaignId())) {
            sameCampaign[i] |= 1L << j;
        }
    }

    private static boolean grouped(Candidate one, Candidate other) {
        String group = one.stacking().group();
        return !group.isEmpty() && group.equals(other.stacking().group());
    }

    /** Whether one of a group wants to be its only one, in the order or in a category that both touch. */
    private boolean alone(int i, Candidate one, int j, Candidate other) {
        int atMost = Math.min(one.stacking().atMost(), other.stacking().atMost());
        int perCategory =
                Math.min(one.stacking().perCategory(), other.stacking().perCategory());
        return atMost == 1 || (perCategory == 1 && !Collections.disjoint(categories.get(i), categories.get(j)));
    }

    private static boolean excludes(Candidate one, Candidate other) {
        Set<String> excluded = one.stacking().excludes();
        String group = other.stacking().group();
        return excluded.contains(Stacking.EVERYTHING) || (!group.isEmpty() && excluded.contains(group));
    }

    /** For each category that a candidate touches, those of its group that touch it too, where that is limited. */
    private long[] categoryMates(int candidate) {
        if (strictest(perCategory, sameGroup[candidate]) >= Stacking.ANY) {
            return NOBODY;
        }
        List<Long> mates = new ArrayList<>();
        for (String category : categories.get(candidate)) {
            long mask = 0;
            for (long left = sameGroup[candidate]; left != 0; left &= left - 1) {
                int mate = Long.numberOfTrailingZeros(left);
                mask |= categories.get(mate).contains(category) ? 1L << mate : 0;
            }
            mates.add(mask);
        }
        return mates.stream().mapToLong(Long::longValue).toArray();
    }

    private static Set<String> categories(Candidate candidate) {
        Set<String> categories = new HashSet<>();
        for (int line : candidate.reach()) {
            categories.add(candidate.target().scene().lines().get(line).category());
        }
        return categories;
    }
}
