package org.walletcounter.bench.load;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws payers at random, each as likely as any other. A phone's code counts once per time step, so a member who is drawn
 * again within a step pays with the next phone; whose phones are all used is drawn again.
 */
final class Payers {

    private static final int TRIES = 100_000;
    private final int each;
    private final long[] usedIn;
    private final SplittableRandom random;

    Payers(int members, int each, long seed) {
        this.each = each;
        this.usedIn = new long[members * each];
        Arrays.fill(usedIn, Long.MIN_VALUE);
        this.random = new SplittableRandom(seed);
    }

    /** A phone whose code of this step is unused; from now on it is used. */
    int draw(long step) {
        for (int i = 0; i < TRIES; i++) {
            int first = random.nextInt(usedIn.length / each) * each;
            for (int phone = first; phone < first + each; phone++) {
                if (usedIn[phone] != step) {
                    usedIn[phone] = step;
                    return phone;
                }
            }
        }
        throw new IllegalStateException("More payments per time step than there are phones: seed more members.");
    }

    /**
     * A payment was turned away before it was looked at: its code may be shown again. Unless the answer comes so late that
     * the phone has been drawn since, for a code of the next step.
     */
    void giveBack(int phone, long step) {
        if (usedIn[phone] == step) {
            usedIn[phone] = Long.MIN_VALUE;
        }
    }
}
