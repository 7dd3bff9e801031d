package org.walletcounter.transactions.internal.plan;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.VoucherOffer;
import org.walletcounter.vouchers.Available;
import org.walletcounter.vouchers.VoucherView.CampaignLine;

/**
 * A voucher to be tried.
 *
 * @param offer one of it, good at any time: whether it is valid is asked of vouchers, as of now
 * @param until when it ends
 */
record Candidate(
        VoucherOffer offer,
        Terms.Names names,
        int count,
        @Nullable Instant until) {

    /** Terms of a campaign never change once it is live. */
    private static final int ONLY_VERSION = 1;

    /** Those in hand, the first to expire first: of the same campaign one stands for all. */
    static List<Candidate> inHand(Collection<VoucherOffer> offers) {
        Map<UUID, Candidate> byCampaign = new LinkedHashMap<>();
        offers.stream()
                .sorted(Comparator.comparing(
                        VoucherOffer::validUntil, Comparator.nullsLast(Comparator.<Instant>naturalOrder())))
                .forEach(each -> byCampaign.merge(each.campaignId(), of(each), Candidate::with));
        return List.copyOf(byCampaign.values());
    }

    /** Those that can be had, the first to end first. */
    static List<Candidate> open(Collection<Available> campaigns) {
        return campaigns.stream().filter(Available::open).map(Candidate::of).toList();
    }

    private static Candidate of(VoucherOffer offer) {
        VoucherOffer one =
                new VoucherOffer(offer.holdingId(), offer.campaignId(), offer.version(), offer.terms(), 1, null, null);
        return new Candidate(one, offer.terms().terms().names(), offer.count(), offer.validUntil());
    }

    private static Candidate of(Available available) {
        CampaignLine campaign = available.campaign();
        VoucherOffer one =
                new VoucherOffer(campaign.id(), campaign.id(), ONLY_VERSION, campaign.terms(), 1, null, null);
        Terms.Names names =
                new Terms.Names(campaign.texts().nameEn(), campaign.texts().nameZh());
        return new Candidate(one, names, 1, available.until());
    }

    private Candidate with(Candidate other) {
        return new Candidate(offer, names, count + other.count, until);
    }
}
