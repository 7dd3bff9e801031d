package org.walletcounter.promotions.internal.effects;

import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/** So much off for every so much spent, up to a cap. */
final class EachFullEffect extends Pooled {

    private final Benefit.EachFull benefit;
    private final long most;

    EachFullEffect(Benefit.EachFull benefit) {
        this.benefit = benefit;
        this.most = benefit.most() == null ? Long.MAX_VALUE : benefit.most();
    }

    @Override
    long off(long pool) {
        return Math.min(most, pool / benefit.each() * benefit.off());
    }

    @Override
    long rate() {
        return rate(benefit.off(), benefit.each());
    }

    @Override
    public long within(long low, long high) {
        long next = (low / benefit.each() + 1) * benefit.each();
        return next <= high ? Math.max(off(low), low - (next - off(next))) : off(low);
    }

    @Override
    public Adjustment.Why why(Target target, Working before) {
        return Adjustment.Why.of("EACH_FULL", benefit.each(), benefit.off(), base(target, before) / benefit.each());
    }

    @Override
    public long next(Target target, Working working) {
        long pool = base(target, working);
        return off(pool) >= most ? 0 : benefit.each() - pool % benefit.each();
    }

    @Override
    public Condition needs(Terms terms) {
        return new Condition.Amount(terms.on(), benefit.each(), terms.stacking().base());
    }
}
