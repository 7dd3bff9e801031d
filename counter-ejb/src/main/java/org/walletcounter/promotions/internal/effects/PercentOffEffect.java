package org.walletcounter.promotions.internal.effects;

import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.internal.goods.Shares;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/** A percentage off all goods together, up to a cap. */
class PercentOffEffect extends Pooled {

    private final int share;
    private final long most;

    PercentOffEffect(Benefit.PercentOff benefit) {
        this(benefit.basisPoints(), benefit.most());
    }

    PercentOffEffect(int share, @Nullable Long most) {
        this.share = share;
        this.most = most == null ? Long.MAX_VALUE : most;
    }

    @Override
    final long off(long pool) {
        return Math.min(most, Shares.percent(pool, share));
    }

    @Override
    final long rate() {
        return share;
    }

    @Override
    public Adjustment.Why why(Target target, Working before) {
        return Adjustment.Why.of("PERCENT_OFF", (long) share);
    }
}
