package org.walletcounter.transactions.internal.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Money;
import org.walletcounter.merchants.Directory;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.promotions.Basket;
import org.walletcounter.transactions.SalesChannel;
import org.walletcounter.transactions.SpendingPlan.Fitting;
import org.walletcounter.transactions.TenderKind;
import org.walletcounter.transactions.Wish;
import org.walletcounter.transactions.internal.checkout.Asked;
import org.walletcounter.vouchers.Vouchers;

/** Chooses the vouchers that fit a purchase of a member's, of those in hand and those that can be had. */
@Dependent
class ChoosingVouchers {

    /** So many vouchers are tried, those that end first; the rest of them must wait until some are used. */
    private static final int MOST = 20;

    private static final int MOST_IN_HAND = 12;

    private final PurchaseRows rows;
    private final TryingVouchers trying;
    private final Vouchers vouchers;
    private final Directory directory;
    private final Clock clock;

    @Inject
    ChoosingVouchers(PurchaseRows rows, TryingVouchers trying, Vouchers vouchers, Directory directory, Clock clock) {
        this.rows = rows;
        this.trying = trying;
        this.vouchers = vouchers;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * What fits.
     *
     * @param price of the purchase now, without vouchers; null where it cannot be priced
     */
    record Chosen(@Nullable Money price, List<Fitting> inHand, List<Fitting> toTake, List<Fitting> toGrant) {

        static final Chosen NONE = new Chosen(null, List.of(), List.of(), List.of());
    }

    Chosen fitting(Actor actor, UUID memberId, Purchase purchase) {
        MerchantView merchant = directory.merchant(actor.merchantId());
        PurchaseRows.Sold sold = rows.sale(purchase.id());
        Asked.Place place = new Asked.Place(
                sold.storeId(),
                null,
                "PLAN-" + purchase.id(),
                merchant.currency(),
                again(sold.at(), merchant.zone()).toInstant(),
                SalesChannel.TILL);
        Asked asked = new Asked(place, lines(sold), memberId, Wish.BEST, tenders(sold.tenderKind()));
        Optional<TryingVouchers.Bare> bare = trying.bare(actor, asked);
        return bare.map(each -> chosen(actor, memberId, each)).orElse(Chosen.NONE);
    }

    private Chosen chosen(Actor actor, UUID memberId, TryingVouchers.Bare bare) {
        boolean self = actor.role().equals("member");
        List<Candidate> inHand = Candidate.inHand(vouchers.offers(actor, memberId, List.of())).stream()
                .limit(MOST_IN_HAND)
                .toList();
        List<Candidate> open =
                Candidate.open(self ? vouchers.available(actor, memberId) : vouchers.grantable(actor, memberId))
                        .stream()
                        .limit((long) MOST - inHand.size())
                        .toList();
        List<Fitting> more = best(actor, bare, open);
        return new Chosen(bare.price(), best(actor, bare, inHand), self ? more : List.of(), self ? List.of() : more);
    }

    private List<Fitting> best(Actor actor, TryingVouchers.Bare bare, List<Candidate> candidates) {
        return trying.fitting(actor, bare, candidates).stream()
                .sorted(TryingVouchers.bestFirst())
                .toList();
    }

    /** The next time that it is the weekday and hour of the purchase: offers may hang on both, the plan not on when it is read. */
    private ZonedDateTime again(Instant bought, ZoneId zone) {
        ZonedDateTime then = bought.atZone(zone);
        ZonedDateTime now = clock.instant().atZone(zone);
        ZonedDateTime next =
                now.with(TemporalAdjusters.nextOrSame(then.getDayOfWeek())).with(then.toLocalTime());
        return next.isBefore(now) ? next.plusWeeks(1) : next;
    }

    /** A sale without lines, or with more than are priced, is one line of what it cost. */
    private static List<PricedLine> lines(PurchaseRows.Sold sold) {
        boolean known = !sold.lines().isEmpty() && sold.lines().size() <= Basket.MOST_LINES;
        return known ? sold.lines() : List.of(new PricedLine(1, null, "", "", "", 1, sold.amount(), sold.amount()));
    }

    private static Set<TenderKind> tenders(String kind) {
        return switch (kind) {
            case "WALLET" -> Set.of(TenderKind.WALLET);
            case "CASH" -> Set.of(TenderKind.CASH);
            default -> Set.of();
        };
    }
}
