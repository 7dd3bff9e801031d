package org.walletcounter.promotions.internal.effects;

import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.goods.Scene;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/** A percentage off by the member's tier. */
final class TierPriceEffect extends LineByLine {

    private final Benefit.TierPrice benefit;
    private final int share;

    TierPriceEffect(Benefit.TierPrice benefit, Scene scene) {
        this.benefit = benefit;
        String tier = scene.shopper().tier();
        share = tier == null ? 0 : benefit.basisPointsByTier().getOrDefault(tier, 0);
    }

    @Override
    int share(Target target, int line) {
        return share;
    }

    @Override
    public Adjustment.Why why(Target target, Working before) {
        return Adjustment.Why.of("TIER_PRICE", (long) share);
    }

    @Override
    public Condition needs(Terms terms) {
        return new Condition.Tiers(benefit.basisPointsByTier().keySet());
    }
}
