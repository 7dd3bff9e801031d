package org.walletcounter.reporting.internal.uplift;

import java.util.IntSummaryStatistics;
import java.util.UUID;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.Promotion;

/** Puts members into their groups: held out by every version, or by none; the rest are left out. Not thread-safe. */
final class Parting {

    private final Side with = new Side();
    private final Side without = new Side();
    private final int most;
    private final Promotion narrow;
    private final Promotion wide;

    Parting(CampaignView version, IntSummaryStatistics shares) {
        most = shares.getMax();
        narrow = holdingOut(version, shares.getMin());
        wide = holdingOut(version, most);
    }

    private static Promotion holdingOut(CampaignView version, int share) {
        return new Promotion(
                version.id(),
                version.version(),
                version.content().terms().holdingOut(share),
                version.content().from(),
                version.content().until());
    }

    Side with() {
        return with;
    }

    Side without() {
        return without;
    }

    int share() {
        return most;
    }

    void add(UUID member, Side.Bought bought) {
        if (narrow.holdsOut(member)) {
            without.add(bought);
        } else if (!wide.holdsOut(member)) {
            with.add(bought);
        }
    }
}
