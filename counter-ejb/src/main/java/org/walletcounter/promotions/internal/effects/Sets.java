package org.walletcounter.promotions.internal.effects;

import java.util.Map;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Selection;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.goods.Pieces;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/** Effects on sets of pieces. A piece that was part of a set is not part of another one, of whatever promotion. */
public abstract class Sets implements Effect {

    /** The kinds of this family. */
    static Map<Class<? extends Benefit>, Effects.Maker> kinds() {
        return Map.ofEntries(
                Effects.kind(Benefit.NthItem.class, (benefit, scene) -> new NthItemEffect(benefit)),
                Effects.kind(Benefit.BuyGet.class, BuyGetEffect::new),
                Effects.kind(Benefit.Bundle.class, BundleEffect::new),
                Effects.kind(Benefit.FreeItems.class, (benefit, scene) -> new FreeItemsEffect(benefit)));
    }

    @Override
    public final Adjustment.Step step() {
        return Adjustment.Step.LINE;
    }

    /** The free pieces of the target's goods, dearest first, at the price they are reckoned from. */
    static Pieces pieces(Target target, int[] lines, Working working) {
        return Pieces.of(target.scene(), lines, working, amounts(target, working));
    }

    /** Takes pieces out of the free ones, and something off each of them. */
    static long take(Working working, Pieces pieces, int many, boolean dearestFirst, Price off) {
        long[] sum = new long[1];
        pieces.take(many, dearestFirst, (line, price, count) -> {
            long each = Math.min(off.off(price) * count, working.now(line));
            working.reduce(line, each);
            working.use(line, count);
            sum[0] += each;
        });
        return sum[0];
    }

    static Condition needsPieces(Terms terms, int pieces) {
        return new Condition.Quantity(terms.on(), pieces);
    }

    static Condition needsPieces(Selection of, int pieces) {
        return new Condition.Quantity(of, pieces);
    }

    private static long[] amounts(Target target, Working working) {
        if (target.fromInitial()) {
            return target.scene().amounts();
        }
        long[] amounts = new long[target.scene().size()];
        for (int line = 0; line < amounts.length; line++) {
            amounts[line] = working.now(line);
        }
        return amounts;
    }

    /** What comes off a piece of a price. */
    interface Price {
        long off(long price);
    }
}
