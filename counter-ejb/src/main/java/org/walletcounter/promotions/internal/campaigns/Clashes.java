package org.walletcounter.promotions.internal.campaigns;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.Stacking;

/** Campaigns that run at the same time and cannot be applied to the same order. */
final class Clashes {

    private Clashes() {}

    static List<UUID> of(CampaignView campaign, List<CampaignView> others) {
        return others.stream()
                .filter(other -> !other.id().equals(campaign.id()))
                .filter(other -> overlap(campaign, other) && (excludes(campaign, other) || excludes(other, campaign)))
                .map(CampaignView::id)
                .toList();
    }

    private static boolean overlap(CampaignView one, CampaignView other) {
        return before(one.content().from(), other.content().until())
                && before(other.content().from(), one.content().until());
    }

    private static boolean before(Instant from, @Nullable Instant until) {
        return until == null || from.isBefore(until);
    }

    private static boolean excludes(CampaignView one, CampaignView other) {
        Stacking a = one.content().terms().stacking();
        Stacking b = other.content().terms().stacking();
        boolean sameGroup = !a.group().isEmpty() && a.group().equals(b.group());
        return a.excludes().contains(Stacking.EVERYTHING)
                || (!b.group().isEmpty() && a.excludes().contains(b.group()))
                || (sameGroup && a.atMost() == 1);
    }
}
