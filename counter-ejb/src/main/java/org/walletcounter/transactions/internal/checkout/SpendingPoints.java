package org.walletcounter.transactions.internal.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Money;
import org.walletcounter.loyalty.Points;
import org.walletcounter.loyalty.PointsOffer;
import org.walletcounter.promotions.PointsOffer.ExchangeTerms;

/** What a customer's points may do for a sale, and what they shall do. */
@Dependent
class SpendingPoints {

    private static final int WHOLE = 10_000;

    private final Points points;

    @Inject
    SpendingPoints(Points points) {
        this.points = points;
    }

    List<PointsOffer> offers(Actor actor, @Nullable UUID memberId, Money net) {
        return memberId == null || !net.isPositive() ? List.of() : points.offers(actor, memberId, net);
    }

    /** As many as are wanted and may be spent, of the programme whose points give the most; nothing below a step. */
    static Optional<org.walletcounter.promotions.PointsOffer> of(List<PointsOffer> offers, long wanted) {
        return offers.stream()
                .filter(each -> Math.min(wanted, each.most()) >= each.step())
                .max(Comparator.comparing(each -> each.worth().minor()))
                .map(each -> new org.walletcounter.promotions.PointsOffer(
                        each.programmeId(),
                        each.available(),
                        new ExchangeTerms(each.step(), each.stepWorth(), WHOLE, each.least()),
                        Math.min(wanted, each.most())));
    }
}
