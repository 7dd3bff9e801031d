package org.walletcounter.promotions.internal.backtests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Pricing;
import org.walletcounter.promotions.Promotion;
import org.walletcounter.promotions.Quote;
import org.walletcounter.promotions.QuoteRequest;

/** One draft beside its rivals: prices a sale with and without it. */
final class Trial {

    private final Pricing pricing;
    private final UUID draft;
    private final Offers without;
    private final Offers with;

    Trial(Pricing pricing, CampaignView draft, Offers rivals) {
        this.pricing = pricing;
        this.draft = draft.id();
        List<Promotion> others = rivals.promotions().stream()
                .filter(each -> !each.id().equals(draft.id()))
                .map(Trial::always)
                .toList();
        List<Promotion> all = new ArrayList<>(others);
        all.add(new Promotion(draft.id(), draft.version(), draft.content().terms(), Instant.EPOCH, null));
        without = new Offers(others, rivals.priceLists(), rivals.guard());
        with = new Offers(all, rivals.priceLists(), rivals.guard());
    }

    /** Where the draft is not part of the best price, the price without it is the same and need not be sought. */
    Priced price(QuoteRequest request) {
        Quote after = pricing.quote(request, with);
        boolean reached = after.verdicts().stream().anyMatch(each -> each.id().equals(draft) && each.used() > 0);
        Quote before = reached ? pricing.quote(request, without) : after;
        return new Priced(draft, request, before, after, reached);
    }

    /** As if it had been on all the time. */
    private static Promotion always(Promotion live) {
        return new Promotion(live.id(), live.version(), live.terms(), Instant.EPOCH, null);
    }

    /** A sale with both its prices. */
    record Priced(UUID draft, QuoteRequest request, Quote before, Quote after, boolean reached) {

        /** What the draft takes off itself. */
        long cost() {
            return off(after, draft);
        }

        /** What it promises besides is worth. */
        long promised() {
            return after.promises().stream()
                    .filter(each -> each.campaignId().equals(draft))
                    .mapToLong(each -> each.worth())
                    .sum();
        }

        /** What it saves the customer. */
        long saved() {
            return before.totals().net() - after.totals().net();
        }

        static long off(Quote quote, UUID campaign) {
            return -quote.trace().stream()
                    .filter(each -> each.source().id().equals(campaign))
                    .mapToLong(each -> each.amount())
                    .sum();
        }
    }
}
