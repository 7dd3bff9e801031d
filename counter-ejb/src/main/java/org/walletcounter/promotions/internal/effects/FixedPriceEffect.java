package org.walletcounter.promotions.internal.effects;

import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.internal.goods.Shares;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/** Each piece at a fixed price. */
final class FixedPriceEffect extends LineByLine {

    private final long unitAmount;

    FixedPriceEffect(Benefit.FixedPrice benefit) {
        unitAmount = benefit.unitAmount();
    }

    @Override
    int share(Target target, int line) {
        throw new IllegalStateException("A fixed price is no percentage.");
    }

    @Override
    public long off(Target target, int line, long now) {
        return Math.max(0, now - unitAmount * target.scene().lines().get(line).quantity());
    }

    @Override
    public long rate(Target target, int line) {
        return Shares.WHOLE;
    }

    @Override
    public Adjustment.Why why(Target target, Working before) {
        return Adjustment.Why.of("FIXED_PRICE", unitAmount);
    }
}
