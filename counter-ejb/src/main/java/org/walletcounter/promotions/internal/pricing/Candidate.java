package org.walletcounter.promotions.internal.pricing;

import java.util.Comparator;
import java.util.UUID;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Stacking;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.effects.Effect;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/**
 * A promotion, or one voucher of a holding, that may apply to the basket.
 *
 * @param copy which voucher of the same holding it is, from 0
 * @param perOrder how many of its campaign one order may use
 * @param wanted whether the customer insists on it
 */
record Candidate(
        Adjustment.Source source,
        Terms terms,
        boolean voucher,
        int copy,
        int perOrder,
        boolean wanted,
        Effect effect,
        Target target,
        Gate gate) {

    /** The order of application: by step, then priority; among equals by group and id, so that it is always the same. */
    static final Comparator<Candidate> ORDER = Comparator.comparing(Candidate::step)
            .thenComparingInt(each -> each.stacking().priority())
            .thenComparing(each -> each.stacking().group())
            .thenComparing(Candidate::id)
            .thenComparingInt(Candidate::copy);

    UUID id() {
        return source.id();
    }

    Stacking stacking() {
        return terms.stacking();
    }

    Adjustment.Step step() {
        return voucher ? Adjustment.Step.VOUCHER : effect.step();
    }

    /** The lines it can reduce, by index. */
    int[] reach() {
        return effect.reach(target);
    }

    /** Applies it, if its gate is open; answers whether that gave anything. */
    boolean apply(Working working) {
        long worth = working.worth();
        return gate.open(working) && (effect.take(target, working) > 0 || working.worth() > worth);
    }

    /** No more than this comes off, at these amounts or below. */
    long most(Working working) {
        return gate.open(working) ? effect.most(target, working) : 0;
    }

    /** No more than this is promised, at these amounts or below. */
    long mostWorth(Working working) {
        return gate.open(working) ? effect.worth(target, working) : 0;
    }
}
