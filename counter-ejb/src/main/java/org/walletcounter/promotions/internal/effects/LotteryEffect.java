package org.walletcounter.promotions.internal.effects;

import java.util.List;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Promise;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/** Tickets by the amount spent, for members, who alone can draw. A ticket is worth what a draw gives on average. */
final class LotteryEffect extends Promising {

    private final Benefit.Lottery benefit;

    LotteryEffect(Benefit.Lottery benefit) {
        this.benefit = benefit;
    }

    @Override
    public List<Promise> promises(Target target, Working working) {
        long tickets = Math.min(benefit.mostTickets(), base(target, working) / benefit.each());
        Promise promise = new Promise(
                Promise.Kind.TICKETS, target.campaignId(), target.names(), null, tickets, tickets * average(), 0);
        return tickets == 0 ? List.of() : List.of(promise);
    }

    @Override
    public Adjustment.Why why(Target target, Working before) {
        return Adjustment.Why.of("LOTTERY", benefit.each());
    }

    @Override
    public long next(Target target, Working working) {
        return 0;
    }

    @Override
    public Condition needs(Terms terms) {
        return Condition.all(
                new Condition.Members(),
                new Condition.Amount(
                        terms.on(), benefit.each(), terms.stacking().base()));
    }

    private long average() {
        long worth = benefit.prizes().stream()
                .mapToLong(prize -> Math.multiplyExact(prize.worth(), prize.weight()))
                .sum();
        return worth / benefit.weights();
    }
}
