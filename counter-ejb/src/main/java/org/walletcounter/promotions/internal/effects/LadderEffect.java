package org.walletcounter.promotions.internal.effects;

import java.util.List;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Benefit.Ladder.Step;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/** Spend so much, get so much off: the highest step reached. */
final class LadderEffect extends Pooled {

    private final List<Step> steps;

    LadderEffect(Benefit.Ladder benefit) {
        steps = benefit.steps();
    }

    @Override
    long off(long pool) {
        long off = 0;
        for (Step step : steps) {
            off = pool >= step.from() ? step.off() : off;
        }
        return off;
    }

    @Override
    long rate() {
        return steps.stream()
                .mapToLong(step -> rate(step.off(), step.from()))
                .max()
                .orElse(0);
    }

    @Override
    public long within(long low, long high) {
        long off = off(low);
        for (Step step : steps) {
            if (step.from() > low && step.from() <= high) {
                off = Math.max(off, low - (step.from() - step.off()));
            }
        }
        return off;
    }

    @Override
    public Adjustment.Why why(Target target, Working before) {
        long pool = base(target, before);
        long from = 0;
        for (Step step : steps) {
            from = pool >= step.from() ? step.from() : from;
        }
        return Adjustment.Why.of("LADDER", from, off(pool));
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
        return new Condition.Amount(
                terms.on(), steps.get(0).from(), terms.stacking().base());
    }
}
