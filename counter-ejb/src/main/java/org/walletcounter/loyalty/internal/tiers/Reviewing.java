package org.walletcounter.loyalty.internal.tiers;

import java.util.List;
import java.util.UUID;
import org.walletcounter.loyalty.internal.LoyaltyLog;

/**
 * Looks at all members of the merchants that are due, in pieces. A piece that fails ends the review of its merchant, who is
 * due still; the other merchants have theirs.
 */
final class Reviewing {

    /** So many are judged in a second or two: nobody who pays waits for longer to rise. */
    private static final int PIECE = 1_000;

    private final ReviewSteps steps;
    private final int piece;

    Reviewing(ReviewSteps steps) {
        this(steps, PIECE);
    }

    Reviewing(ReviewSteps steps, int piece) {
        this.steps = steps;
        this.piece = piece;
    }

    void all() {
        EachMerchant.run(steps.due(), merchant -> LoyaltyLog.LOG.tiersMoved(review(merchant)));
    }

    /** Gives how many moved. */
    int review(UUID merchantId) {
        return steps.begin(merchantId).map(this::inPieces).orElse(0);
    }

    private int inPieces(ReviewSteps.Review review) {
        List<UUID> members = review.members();
        int moved = 0;
        for (int from = 0; from < members.size(); from += piece) {
            moved += steps.judge(review, members.subList(from, Math.min(members.size(), from + piece)));
        }
        steps.end(review);
        return moved;
    }
}
