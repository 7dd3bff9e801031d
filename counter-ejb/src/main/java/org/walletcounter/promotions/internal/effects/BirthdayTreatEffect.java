package org.walletcounter.promotions.internal.effects;

import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/** A percentage off around the member's birthday. */
final class BirthdayTreatEffect extends PercentOffEffect {

    private final Benefit.BirthdayTreat benefit;

    BirthdayTreatEffect(Benefit.BirthdayTreat benefit) {
        super(benefit.basisPoints(), benefit.most());
        this.benefit = benefit;
    }

    @Override
    public Adjustment.Why why(Target target, Working before) {
        return Adjustment.Why.of("BIRTHDAY", (long) benefit.basisPoints());
    }

    @Override
    public Condition needs(Terms terms) {
        return new Condition.Birthday(benefit.daysBefore(), benefit.daysAfter());
    }
}
