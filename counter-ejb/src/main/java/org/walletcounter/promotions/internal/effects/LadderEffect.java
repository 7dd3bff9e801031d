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
    private final long[] from;
    private final long[] off;

    LadderEffect(Benefit.Ladder benefit) {
        steps = benefit.steps();
        from = steps.stream().mapToLong(Step::from).toArray();
        off = steps.stream().mapToLong(Step::off).toArray();
    }

    @Override
    long off(long pool) {
        long reached = 0;
        for (int i = 0; i < from.length && pool >= from[i]; i++) {
            reached = off[i];
        }
        return reached;
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
        long most = off(low);
        for (int i = 0; i < from.length; i++) {
            if (from[i] > low && from[i] <= high) {
                most = Math.max(most, low - (from[i] - off[i]));
            }
        }
        return most;
    }

    @Override
    public Adjustment.Why why(Target target, Working before) {
        long pool = base(target, before);
        long reached = steps.stream()
                .mapToLong(Step::from)
                .filter(step -> step <= pool)
                .max()
                .orElse(0);
        return Adjustment.Why.of("LADDER", reached, off(pool));
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
