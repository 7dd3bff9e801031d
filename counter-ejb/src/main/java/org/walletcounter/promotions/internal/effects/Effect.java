package org.walletcounter.promotions.internal.effects;

import java.util.List;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Promise;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.goods.Shares;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/**
 * What one kind of benefit does. Made for one quote. Dearer goods never get less off, which the search relies on: what comes
 * off at some amounts is no less than at any lower amounts.
 */
public interface Effect {

    /** At which step a promotion of this kind is applied; a voucher has a step of its own. */
    Adjustment.Step step();

    /** Takes off what the benefit gives, uses up pieces, notes what is promised; answers how much came off. */
    long take(Target target, Working working);

    /** No more than this comes off, now or after other discounts, even if other sets use up pieces first. */
    long most(Target target, Working working);

    /**
     * Whether what comes off now is all that can come off after other discounts, as long as no other set uses up pieces of the
     * lines it reaches. Then the search asks {@link #take} instead of {@link #most}, which has to reckon with the worst.
     */
    default boolean isSharpAlone(Target target) {
        return false;
    }

    /** The lines it can reduce, by index. */
    default int[] reach(Target target) {
        return target.lines();
    }

    /**
     * No more than this share of what a line costs comes off it, in basis points, whatever came off before: for the search.
     * A whole says nothing.
     */
    default long rate(Target target, int line) {
        return Shares.WHOLE;
    }

    /** The amount it is reckoned from. */
    default long base(Target target, Working working) {
        return target.fromInitial() ? target.initial() : target.now(working);
    }

    /** The reason, for the trace. */
    Adjustment.Why why(Target target, Working before);

    /**
     * How much the promises it would make now count in the search: what they are worth in minor units, and each of them one at
     * the least, for what nobody has put a worth on is something all the same. Budgets are charged what the promises
     * themselves say. Never more after other discounts.
     */
    default long worth(Target target, Working working) {
        long sum = 0;
        for (Promise promise : promises(target, working)) {
            sum += Math.max(1, promise.worth());
        }
        return sum;
    }

    /** What it promises besides the price. */
    default List<Promise> promises(Target target, Working working) {
        return List.of();
    }

    /** How much more the goods would have to cost for the next step; 0 if there is none. */
    default long next(Target target, Working working) {
        return 0;
    }

    /** What the benefit itself asks for, beside the terms' condition. */
    default Condition needs(Terms terms) {
        return Condition.ALWAYS;
    }
}
