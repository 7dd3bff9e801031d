package org.walletcounter.promotions.internal.effects;

import java.util.List;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Benefit.GiftLadder.Step;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Promise;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/** A gift by the amount spent: of the highest step reached, the first choice that is in stock. */
final class GiftLadderEffect extends Promising {

    private final List<Step> steps;

    GiftLadderEffect(Benefit.GiftLadder benefit) {
        steps = benefit.steps();
    }

    @Override
    public List<Promise> promises(Target target, Working working) {
        long pool = base(target, working);
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (pool >= steps.get(i).from()) {
                return gift(target, steps.get(i));
            }
        }
        return List.of();
    }

    @Override
    public Adjustment.Why why(Target target, Working before) {
        long pool = base(target, before);
        long reached = steps.stream()
                .mapToLong(Step::from)
                .filter(from -> pool >= from)
                .max()
                .orElse(0);
        return Adjustment.Why.of("GIFT", reached);
    }

    @Override
    public long next(Target target, Working working) {
        long pool = base(target, working);
        return steps.stream()
                .mapToLong(step -> step.from() - pool)
                .filter(missing -> missing > 0)
                .findFirst()
                .orElse(0);
    }

    @Override
    public Condition needs(Terms terms) {
        long from = steps.get(0).from();
        return from == 0
                ? Condition.ALWAYS
                : new Condition.Amount(terms.on(), from, terms.stacking().base());
    }

    private static List<Promise> gift(Target target, Step step) {
        return step.choices().stream()
                .filter(present -> !target.scene().basket().place().outOfStock().contains(present.sku()))
                .findFirst()
                .map(present -> new Promise(
                        Promise.Kind.GIFT,
                        target.campaignId(),
                        present.names(),
                        present.sku(),
                        present.quantity(),
                        present.worth() * present.quantity(),
                        0))
                .map(List::of)
                .orElse(List.of());
    }
}
