package org.walletcounter.transactions.internal.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Posting;
import org.walletcounter.loyalty.PointsPart;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.promotions.Promotions;
import org.walletcounter.transactions.SalePricing;
import org.walletcounter.transactions.SaleTax;
import org.walletcounter.vouchers.Redemption;

/**
 * Joins a priced sale to its payment's journal: what promotions cost their funders and use of their limits, vouchers out of
 * their hands, points spent and earned. The ledger posts all of it or nothing. Waits for the database.
 */
@Dependent
public class Joining {

    private final Promotions promotions;
    private final UsedVouchers vouchers;
    private final MovedPoints points;
    private final KeptPricing kept;

    @Inject
    Joining(Promotions promotions, UsedVouchers vouchers, MovedPoints points, KeptPricing kept) {
        this.promotions = promotions;
        this.vouchers = vouchers;
        this.points = points;
        this.kept = kept;
    }

    /** What a payment at list prices holds besides its money: the points that its member earns. */
    public Joined earning(Actor actor, Occasion occasion, List<PricedLine> lines) {
        PointsPart earned = points.earned(actor, occasion, lines);
        return earned.points() == 0 ? Joined.NONE : new Gathered().add(earned).joined(earned.points(), null);
    }

    /** What a priced sale's payment holds besides its money. */
    public Joined join(Actor actor, Occasion occasion, Priced priced) {
        Gathered gathered = new Gathered();
        fund(actor, priced, gathered);
        vouchers.of(actor, occasion, priced).ifPresent(gathered::add);
        PointsPart earned = points.earned(actor, occasion, priced);
        gathered.add(points.spent(actor, occasion, priced)).add(earned);
        gathered.tax(occasion, priced);
        if (!priced.isMoved()) {
            return gathered.joined(earned.points(), null);
        }
        gathered.companions.add(oncePosted(kept.rows(actor, occasion, priced)));
        return gathered.joined(earned.points(), KeptPricing.shown(priced.quote()));
    }

    /** How many points a priced sale would earn. */
    public long wouldEarn(Actor actor, Occasion occasion, Priced priced) {
        return points.earned(actor, occasion, priced).points();
    }

    private void fund(Actor actor, Priced priced, Gathered gathered) {
        if (priced.sale().offers().promotions().isEmpty()) {
            return;
        }
        Promotions.Funded funded = promotions.funding(actor, priced.sale());
        gathered.postings.addAll(funded.postings());
        gathered.funded += funded.total();
    }

    private static Companion oncePosted(List<Companion.Row> rows) {
        List<Companion.Row> copy = List.copyOf(rows);
        return outcome -> outcome instanceof Outcome.Posted ? copy : List.of();
    }

    /** What is gathered for one journal. */
    private static final class Gathered {
        private final List<Posting> postings = new ArrayList<>();
        private final List<Claim> claims = new ArrayList<>();
        private final List<UUID> confirms = new ArrayList<>();
        private final List<Companion> companions = new ArrayList<>();
        private final List<SaleTax> taxes = new ArrayList<>();
        private long funded;

        void add(Redemption redemption) {
            postings.addAll(redemption.postings());
            claims.addAll(redemption.claims());
            confirms.addAll(redemption.confirms());
            companions.add(redemption.companion());
            funded += redemption.funded().minor();
        }

        Gathered add(PointsPart part) {
            postings.addAll(part.postings());
            confirms.addAll(part.confirms());
            if (!part.rows().isEmpty()) {
                companions.add(oncePosted(part.rows()));
            }
            funded += part.minor();
            return this;
        }

        void tax(Occasion occasion, Priced priced) {
            taxes.addAll(priced.taxes());
            if (!taxes.isEmpty()) {
                companions.add(oncePosted(KeptTaxes.rows(occasion.ids().payment(), taxes)));
            }
        }

        Joined joined(long earned, @Nullable SalePricing pricing) {
            return new Joined(
                    new Joined.Moves(List.copyOf(postings), List.copyOf(claims), List.copyOf(confirms)),
                    funded,
                    earned,
                    pricing,
                    List.copyOf(taxes),
                    List.copyOf(companions));
        }
    }
}
