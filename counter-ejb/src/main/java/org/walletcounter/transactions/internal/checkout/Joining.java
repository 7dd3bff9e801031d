package org.walletcounter.transactions.internal.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Posting;
import org.walletcounter.loyalty.EarnRequest;
import org.walletcounter.loyalty.Points;
import org.walletcounter.loyalty.PointsPart;
import org.walletcounter.loyalty.SpendRequest;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.PointsOffer;
import org.walletcounter.promotions.Promotions;
import org.walletcounter.promotions.Quote;
import org.walletcounter.vouchers.Checkout;
import org.walletcounter.vouchers.Redemption;
import org.walletcounter.vouchers.Use;
import org.walletcounter.vouchers.Vouchers;

/**
 * Joins a priced sale to its payment's journal: what promotions cost their funders and use of their limits, vouchers out of
 * their hands, points spent and earned. The ledger posts all of it or nothing. Waits for the database.
 */
@Dependent
public class Joining {

    private final Promotions promotions;
    private final Vouchers vouchers;
    private final Points points;
    private final KeptPricing kept;

    @Inject
    Joining(Promotions promotions, Vouchers vouchers, Points points, KeptPricing kept) {
        this.promotions = promotions;
        this.vouchers = vouchers;
        this.points = points;
        this.kept = kept;
    }

    /** What a payment at list prices holds besides its money: the points that its member earns. */
    public Joined earning(Actor actor, Occasion occasion, List<PricedLine> lines) {
        if (occasion.memberId() == null) {
            return Joined.NONE;
        }
        Gathered gathered = new Gathered();
        long earned = earn(
                actor,
                occasion,
                lines.stream()
                        .map(line -> new EarnRequest.Line(line.line(), line.category(), line.quantity(), line.amount()))
                        .toList(),
                0,
                gathered);
        return gathered.joined(earned, null);
    }

    /** What a priced sale's payment holds besides its money. */
    public Joined join(Actor actor, Occasion occasion, Priced priced) {
        Gathered gathered = new Gathered();
        fund(actor, priced, gathered);
        redeem(actor, occasion, priced, gathered);
        spend(actor, occasion, priced, gathered);
        long earned =
                earn(actor, occasion, earning(priced), priced.quote().totals().points(), gathered);
        if (!priced.isMoved()) {
            return gathered.joined(earned, null);
        }
        gathered.companions.add(onceposted(kept.rows(actor, occasion, priced)));
        return gathered.joined(earned, KeptPricing.shown(priced.quote()));
    }

    /** How many points a priced sale would earn. */
    public long wouldEarn(Actor actor, Occasion occasion, Priced priced) {
        return earn(actor, occasion, earning(priced), priced.quote().totals().points(), new Gathered());
    }

    private void fund(Actor actor, Priced priced, Gathered gathered) {
        if (priced.sale().offers().promotions().isEmpty()) {
            return;
        }
        Promotions.Funded funded = promotions.funding(actor, priced.sale());
        gathered.postings.addAll(funded.postings());
        gathered.funded += funded.total();
    }

    private void redeem(Actor actor, Occasion occasion, Priced priced, Gathered gathered) {
        List<Use> uses = uses(priced.quote());
        if (uses.isEmpty()) {
            return;
        }
        Redemption redemption = vouchers.redeem(
                actor,
                new Checkout(
                        occasion.ids().journal(),
                        new Checkout.Place(actor.merchantId(), occasion.storeId(), occasion.saleNumber()),
                        occasion.memberId(),
                        new Checkout.When(occasion.when().at(), occasion.when().day()),
                        uses));
        gathered.postings.addAll(redemption.postings());
        gathered.claims.addAll(redemption.claims());
        gathered.confirms.addAll(redemption.confirms());
        gathered.companions.add(redemption.companion());
        gathered.funded += redemption.funded().minor();
    }

    /** Each voucher that is used, with what it takes off: a gift voucher takes off nothing and is used all the same. */
    private static List<Use> uses(Quote quote) {
        Map<UUID, Long> savings = quote.trace().stream()
                .filter(each -> each.step() == Adjustment.Step.VOUCHER)
                .collect(Collectors.groupingBy(
                        each -> each.source().id(), Collectors.summingLong(each -> -each.amount())));
        return quote.verdicts().stream()
                .filter(each -> each.voucher() && each.used() > 0)
                .map(each -> new Use(each.id(), Money.of(savings.getOrDefault(each.id(), 0L), quote.currency()), null))
                .toList();
    }

    private void spend(Actor actor, Occasion occasion, Priced priced, Gathered gathered) {
        Quote.Totals totals = priced.quote().totals();
        PointsOffer offer = priced.sale().request().holdings().points();
        UUID member = occasion.memberId();
        if (totals.pointsSpent() == 0 || offer == null || member == null) {
            return;
        }
        gathered.add(points.spend(
                actor,
                new SpendRequest(
                        member,
                        offer.programmeId(),
                        occasion.ids().journal(),
                        occasion.saleNumber(),
                        occasion.when().at(),
                        occasion.when().day(),
                        totals.pointsSpent(),
                        Money.of(
                                totals.payable() + totals.points(),
                                priced.quote().currency()),
                        null)));
    }

    private static List<EarnRequest.Line> earning(Priced priced) {
        Map<Integer, Quote.Line> lines =
                priced.quote().lines().stream().collect(Collectors.toMap(Quote.Line::line, line -> line));
        return priced.sold().stream()
                .map(each -> new EarnRequest.Line(
                        each.line(), each.category(), each.quantity(), net(lines.get(each.line()))))
                .toList();
    }

    private static long net(Quote.@Nullable Line line) {
        return line == null ? 0 : line.net();
    }

    private long earn(
            Actor actor, Occasion occasion, List<EarnRequest.Line> lines, long notEarning, Gathered gathered) {
        UUID member = occasion.memberId();
        if (member == null) {
            return 0;
        }
        PointsPart part = points.earn(
                actor,
                new EarnRequest(
                        member,
                        occasion.ids().journal(),
                        occasion.saleNumber(),
                        occasion.when().at(),
                        occasion.when().day(),
                        lines,
                        notEarning));
        gathered.add(part);
        return part.points();
    }

    private static Companion onceposted(List<Companion.Row> rows) {
        List<Companion.Row> copy = List.copyOf(rows);
        return outcome -> outcome instanceof Outcome.Posted ? copy : List.of();
    }

    /** What is gathered for one journal. */
    private static final class Gathered {
        private final List<Posting> postings = new ArrayList<>();
        private final List<Claim> claims = new ArrayList<>();
        private final List<UUID> confirms = new ArrayList<>();
        private final List<Companion> companions = new ArrayList<>();
        private long funded;

        void add(PointsPart part) {
            postings.addAll(part.postings());
            confirms.addAll(part.confirms());
            if (!part.rows().isEmpty()) {
                companions.add(onceposted(part.rows()));
            }
            funded += part.minor();
        }

        Joined joined(long earned, org.walletcounter.transactions.@Nullable SalePricing pricing) {
            return new Joined(
                    new Joined.Moves(List.copyOf(postings), List.copyOf(claims), List.copyOf(confirms)),
                    funded,
                    earned,
                    pricing,
                    List.copyOf(companions));
        }
    }
}
