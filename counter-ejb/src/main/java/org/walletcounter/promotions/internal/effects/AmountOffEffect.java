package org.walletcounter.promotions.internal.effects;

import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.internal.goods.Shares;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/** So much off the goods. */
final class AmountOffEffect extends Pooled {

    private final Benefit.AmountOff benefit;

    AmountOffEffect(Benefit.AmountOff benefit) {
        this.benefit = benefit;
    }

    @Override
    long off(long pool) {
        return Math.min(pool, benefit.off());
    }

    @Override
    long rate() {
        return Shares.WHOLE;
    }

    @Override
    public Adjustment.Why why(Target target, Working before) {
        return Adjustment.Why.of("AMOUNT_OFF", benefit.off());
    }
}
