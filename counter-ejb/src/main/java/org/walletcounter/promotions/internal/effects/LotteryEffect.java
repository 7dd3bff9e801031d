package org.walletcounter.promotions.internal.effects;

import java.math.BigInteger;
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
    private final BigInteger prizes;

    LotteryEffect(Benefit.Lottery benefit) {
        this.benefit = benefit;
        prizes = benefit.prizes().stream()
                .map(prize -> BigInteger.valueOf(prize.worth()).multiply(BigInteger.valueOf(prize.weight())))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    @Override
    public List<Promise> promises(Target target, Working working) {
        long tickets = Math.min(benefit.mostTickets(), base(target, working) / benefit.each());
        Promise promise = new Promise(
                Promise.Kind.TICKETS, target.campaignId(), target.names(), null, tickets, worth(tickets), 0);
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

    /**
     * Rounded down for all tickets together: of many that are worth less than a unit each, nothing would be left. The sum over
     * a thousand prizes may be longer than a {@code long}; what a hundred tickets are worth never is.
     */
    private long worth(long tickets) {
        return prizes.multiply(BigInteger.valueOf(tickets))
                .divide(BigInteger.valueOf(benefit.weights()))
                .longValueExact();
    }
}
