package org.walletcounter.transactions.internal.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.loyalty.EarnRequest;
import org.walletcounter.loyalty.EarningPoints;
import org.walletcounter.loyalty.Points;
import org.walletcounter.loyalty.PointsPart;
import org.walletcounter.loyalty.SpendRequest;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.promotions.PointsOffer;
import org.walletcounter.promotions.Quote;

/** The points that a sale spends and earns, ready for its payment's journal. Somebody unknown spends and earns none. */
@Dependent
class MovedPoints {

    private final Points points;
    private final EarningPoints earning;

    @Inject
    MovedPoints(Points points, EarningPoints earning) {
        this.points = points;
        this.earning = earning;
    }

    PointsPart spent(Actor actor, Occasion occasion, Priced priced) {
        Quote.Totals totals = priced.quote().totals();
        PointsOffer offer = priced.sale().request().holdings().points();
        UUID member = occasion.memberId();
        if (totals.pointsSpent() == 0 || offer == null || member == null) {
            return PointsPart.NONE;
        }
        return points.spend(
                actor,
                new SpendRequest(
                        member,
                        offer.programmeId(),
                        occasion.ids().journal(),
                        occasion.saleNumber(),
                        occasion.when().at(),
                        occasion.when().day(),
                        totals.pointsSpent(),
                        PricingSales.net(priced.sale()),
                        null));
    }

    /** What is earned on what is paid after promotions and vouchers; what points pay earns nothing. */
    PointsPart earned(Actor actor, Occasion occasion, Priced priced) {
        Map<Integer, Quote.Line> lines =
                priced.quote().lines().stream().collect(Collectors.toMap(Quote.Line::line, line -> line));
        List<EarnRequest.Line> earning = priced.sold().stream()
                .map(each -> line(each, net(lines.get(each.line()))))
                .toList();
        return earned(actor, occasion, earning, priced.quote().totals().points());
    }

    /** What is earned at list prices. */
    PointsPart earned(Actor actor, Occasion occasion, List<PricedLine> lines) {
        List<EarnRequest.Line> earning =
                lines.stream().map(each -> line(each, each.amount())).toList();
        return earned(actor, occasion, earning, 0);
    }

    private PointsPart earned(Actor actor, Occasion occasion, List<EarnRequest.Line> lines, long notEarning) {
        UUID member = occasion.memberId();
        return member == null
                ? PointsPart.NONE
                : earning.earn(
                        actor,
                        new EarnRequest(
                                member,
                                occasion.ids().journal(),
                                occasion.saleNumber(),
                                occasion.when().at(),
                                occasion.when().day(),
                                lines,
                                notEarning));
    }

    private static EarnRequest.Line line(PricedLine line, long net) {
        return new EarnRequest.Line(line.line(), line.category(), line.quantity(), net);
    }

    private static long net(Quote.@Nullable Line line) {
        return line == null ? 0 : line.net();
    }
}
