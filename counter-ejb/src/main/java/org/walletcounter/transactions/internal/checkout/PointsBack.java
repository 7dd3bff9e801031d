package org.walletcounter.transactions.internal.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Proportion;
import org.walletcounter.loyalty.Points;
import org.walletcounter.loyalty.PointsReturn;
import org.walletcounter.loyalty.PointsReturnRequest;
import org.walletcounter.promotions.RefundPlan;
import org.walletcounter.promotions.Sale;

/** What a return does to points: those that the sale earned go, those that paid for it come back. */
@Dependent
class PointsBack {

    private final Points points;

    @Inject
    PointsBack(Points points) {
        this.points = points;
    }

    PointsReturn of(Actor actor, GoodsBack.Paid payment, UUID refundJournal, List<PointsReturnRequest.Line> lines) {
        return of(actor, payment, refundJournal, lines, 0);
    }

    /** Points are told what has come back in all, so that the end is the same in any order of parts. */
    PointsReturn of(Actor actor, GoodsBack goods, Sale sale, RefundPlan plan, UUID refundJournal) {
        Map<Integer, Integer> back = Stream.concat(goods.before().entrySet().stream(), goods.now().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum));
        List<PointsReturnRequest.Line> lines = sale.quote().lines().stream()
                .filter(line -> back.containsKey(line.line()))
                .map(line -> new PointsReturnRequest.Line(
                        line.line(),
                        new Proportion(back.getOrDefault(line.line(), 0), line.quantity()).of(line.net()),
                        line.net()))
                .toList();
        long spent = sale.quote().totals().pointsSpent();
        long pointsBack = goods.given().points() + plan.points();
        long minorBack = spent == 0
                ? 0
                : new Proportion(pointsBack, spent).of(sale.quote().totals().points());
        return of(actor, goods.payment(), refundJournal, lines, minorBack);
    }

    private PointsReturn of(
            Actor actor,
            GoodsBack.Paid payment,
            UUID refundJournal,
            List<PointsReturnRequest.Line> lines,
            long minorBack) {
        UUID member = payment.memberId();
        return member == null
                ? PointsReturn.NONE
                : points.giveBack(
                        actor, new PointsReturnRequest(member, payment.journalId(), refundJournal, lines, minorBack));
    }
}
