package org.walletcounter.promotions.internal.effects;

import java.util.List;
import java.util.Set;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Benefit.HappyHour.Slot;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.goods.Hours;
import org.walletcounter.promotions.internal.goods.Scene;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/** A percentage off by the hour. */
final class HappyHourEffect extends LineByLine {

    private final List<Slot> slots;
    private final int share;

    HappyHourEffect(Benefit.HappyHour benefit, Scene scene) {
        slots = benefit.slots();
        share = slots.stream()
                .filter(slot ->
                        Hours.contain(slot.from(), slot.until(), scene.moment().toLocalTime()))
                .mapToInt(Slot::basisPoints)
                .findFirst()
                .orElse(0);
    }

    @Override
    int share(Target target, int line) {
        return share;
    }

    @Override
    public Adjustment.Why why(Target target, Working before) {
        return Adjustment.Why.of("HAPPY_HOUR", (long) share);
    }

    @Override
    public Condition needs(Terms terms) {
        return new Condition.Any(slots.stream()
                .<Condition>map(slot -> new Condition.Times(Set.of(), slot.from(), slot.until(), Set.of()))
                .toList());
    }
}
