package org.walletcounter.promotions.internal.pricing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Divides candidates into buckets of which only so many can be chosen together: those of a limited group, those of a campaign
 * of which an order may use only some, and those that exclude each other one and all. Limits that this does not see only make
 * the bound less sharp.
 */
final class Buckets {

    private final List<Candidate> candidates;
    private final Legality legality;
    private final int[] of;
    private final List<Long> members = new ArrayList<>();
    private final List<Integer> most = new ArrayList<>();

    Buckets(List<Candidate> candidates, Legality legality) {
        this.candidates = candidates;
        this.legality = legality;
        of = new int[candidates.size()];
        Arrays.fill(of, -1);
        for (int i = 0; i < of.length; i++) {
            limited(legality.group(i), mostOfGroup(legality.group(i)));
        }
        for (int i = 0; i < of.length; i++) {
            limited(legality.campaign(i), candidates.get(i).perOrder());
        }
        for (int i = 0; i < of.length; i++) {
            if (of[i] < 0) {
                exclusive(i);
            }
        }
    }

    /** The bucket of each candidate. */
    int[] of() {
        return of.clone();
    }

    /** The members of each bucket. */
    long[] members() {
        return members.stream().mapToLong(Long::longValue).toArray();
    }

    /** How many of each bucket can be chosen together. */
    int[] most() {
        return most.stream().mapToInt(Integer::intValue).toArray();
    }

    private int mostOfGroup(long group) {
        int largest = 0;
        for (long left = group; left != 0; left &= left - 1) {
            int next = Long.numberOfTrailingZeros(left);
            largest = Math.max(largest, candidates.get(next).stacking().atMost());
        }
        return largest;
    }

    private void limited(long mask, int allowed) {
        long open = 0;
        for (long left = mask; left != 0; left &= left - 1) {
            open |= of[Long.numberOfTrailingZeros(left)] < 0 ? left & -left : 0;
        }
        if (Long.bitCount(open) > allowed) {
            bucket(open, allowed);
        }
    }

    /** Joins the first bucket whose members it all excludes, or opens one. */
    private void exclusive(int candidate) {
        for (int i = 0; i < members.size(); i++) {
            boolean excludesAll = (members.get(i) & ~legality.conflicts(candidate)) == 0;
            if (most.get(i) == 1 && excludesAll) {
                members.set(i, members.get(i) | 1L << candidate);
                of[candidate] = i;
                return;
            }
        }
        bucket(1L << candidate, 1);
    }

    private void bucket(long mask, int allowed) {
        for (long left = mask; left != 0; left &= left - 1) {
            of[Long.numberOfTrailingZeros(left)] = members.size();
        }
        members.add(mask);
        most.add(allowed);
    }
}
