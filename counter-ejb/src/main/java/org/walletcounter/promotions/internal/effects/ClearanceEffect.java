package org.walletcounter.promotions.internal.effects;

import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Benefit.Clearance.Step;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/** A percentage off by the days that goods have left. */
final class ClearanceEffect extends LineByLine {

    private final Benefit.Clearance benefit;

    ClearanceEffect(Benefit.Clearance benefit) {
        this.benefit = benefit;
    }

    @Override
    int share(Target target, int line) {
        Integer left = target.scene().lines().get(line).daysLeft();
        if (left == null) {
            return 0;
        }
        for (Step step : benefit.steps()) {
            if (left <= step.daysLeft()) {
                return step.basisPoints();
            }
        }
        return 0;
    }

    @Override
    public Adjustment.Why why(Target target, Working before) {
        return Adjustment.Why.of("CLEARANCE");
    }
}
