package org.walletcounter.promotions.internal.campaigns;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Lease;
import org.walletcounter.promotions.CampaignDraft;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.MarginGuard;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.PriceListView;
import org.walletcounter.promotions.Promotion;

/**
 * What is live, kept in memory per merchant. Once a second at most it is asked whether something has changed, and whose budget
 * or number is used up. A campaign stays live when its end is past: for a day it is on offer still, for a sale may be priced at
 * an earlier moment; its limits are known for good, for returns. Thread-safe.
 */
final class LiveOffers {

    private static final Duration TRUSTED = Duration.ofSeconds(1);
    private static final Duration OFFERED_AFTER_ITS_END = Duration.ofDays(1);

    private final CampaignRows rows;
    private final Budgets budgets;
    private final PriceListing lists;
    private final Function<UUID, MarginGuard> guard;
    private final Clock clock;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    LiveOffers(CampaignRows rows, Budgets budgets, PriceListing lists, Function<UUID, MarginGuard> guard, Clock clock) {
        this.rows = rows;
        this.lists = lists;
        this.budgets = budgets;
        this.guard = guard;
        this.clock = clock;
    }

    Offers of(UUID merchantId) {
        return known(merchantId).offers;
    }

    /** The limits of a live campaign, or of none. */
    CampaignDraft.Limits limits(UUID merchantId, UUID campaign) {
        return known(merchantId).campaigns.stream()
                .filter(each -> each.id().equals(campaign))
                .map(each -> each.content().limits())
                .findFirst()
                .orElse(CampaignDraft.Limits.NONE);
    }

    /**
     * The limits of campaigns as they were approved last: what comes back is their budget's, also while they are paused and
     * after they were ended.
     */
    Map<UUID, CampaignDraft.Limits> approvedLimits(UUID merchantId, Set<UUID> campaigns) {
        Map<UUID, CampaignDraft.Limits> limits = new HashMap<>();
        for (CampaignView each : known(merchantId).campaigns) {
            if (campaigns.contains(each.id())) {
                limits.put(each.id(), each.content().limits());
            }
        }
        List<UUID> others =
                campaigns.stream().filter(each -> !limits.containsKey(each)).toList();
        if (!others.isEmpty()) {
            limits.putAll(rows.approvedLimits(merchantId, others));
        }
        return limits;
    }

    void forget(UUID merchantId) {
        known.remove(merchantId);
    }

    private Known known(UUID merchantId) {
        Instant now = clock.instant();
        Known before = known.get(merchantId);
        if (before != null && before.lease.holds(now)) {
            return before;
        }
        Known after = look(merchantId, before, now);
        known.put(merchantId, after);
        return after;
    }

    private Known look(UUID merchantId, @Nullable Known before, Instant now) {
        long revision = rows.revision(merchantId);
        boolean same = before != null && before.revision == revision;
        List<CampaignView> campaigns = same && before != null ? before.campaigns : rows.live(merchantId);
        List<Promotion> promotions = campaigns.stream()
                .filter(each -> !isLongOver(each, now))
                .filter(each ->
                        budgets.lasts(merchantId, each.id(), each.content().limits()))
                .map(LiveOffers::promotion)
                .toList();
        List<PriceListView> standing = same && before != null ? before.standing : lists.standing(merchantId);
        Offers offers = new Offers(promotions, PriceListing.at(now, standing), guard.apply(merchantId));
        return new Known(revision, Lease.of(now, TRUSTED), campaigns, standing, offers);
    }

    private static boolean isLongOver(CampaignView campaign, Instant now) {
        Instant until = campaign.content().until();
        return until != null && until.isBefore(now.minus(OFFERED_AFTER_ITS_END));
    }

    private static Promotion promotion(CampaignView view) {
        CampaignDraft content = view.content();
        return new Promotion(view.id(), view.version(), content.terms(), content.from(), content.until());
    }

    private record Known(
            long revision, Lease lease, List<CampaignView> campaigns, List<PriceListView> standing, Offers offers) {}
}
