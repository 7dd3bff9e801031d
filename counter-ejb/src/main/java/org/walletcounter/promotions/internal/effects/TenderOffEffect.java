package org.walletcounter.promotions.internal.effects;

import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/** So much off from so much on, for those who pay with the right tender. */
final class TenderOffEffect extends Pooled {

    private final Benefit.TenderOff benefit;

    TenderOffEffect(Benefit.TenderOff benefit) {
        this.benefit = benefit;
    }

    @Override
    long off(long pool) {
        return pool >= benefit.from() ? benefit.off() : 0;
    }

    @Override
    long rate() {
        return rate(benefit.off(), benefit.from());
    }

    @Override
    public long within(long low, long high) {
        boolean between = benefit.from() > low && benefit.from() <= high;
        return between ? Math.max(0, low - (benefit.from() - benefit.off())) : off(low);
    }

    @Override
    public Adjustment.Why why(Target target, Working before) {
        return Adjustment.Why.of("TENDER_OFF", benefit.from(), benefit.off());
    }

    @Override
    public long next(Target target, Working working) {
        return Math.max(0, benefit.from() - base(target, working));
    }

    @Override
    public Condition needs(Terms terms) {
        return Condition.all(
                new Condition.Tenders(benefit.tenders()),
                new Condition.Amount(
                        terms.on(), benefit.from(), terms.stacking().base()));
    }
}
