package org.walletcounter.promotions.internal.effects;

import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.goods.Pieces;
import org.walletcounter.promotions.internal.goods.Shares;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/** Every n-th piece cheaper. Pieces are paired dearest first, so that the n-th is as dear as can be. */
final class NthItemEffect extends Sets {

    private final Benefit.NthItem benefit;

    NthItemEffect(Benefit.NthItem benefit) {
        this.benefit = benefit;
    }

    @Override
    public long take(Target target, Working working) {
        Pieces pieces = pieces(target, target.lines(), working);
        int[] passed = new int[1];
        int whole = pieces.total() / benefit.nth() * benefit.nth();
        long[] off = new long[1];
        pieces.take(whole, true, (line, price, count) -> {
            off[0] += reduced(working, line, price, nths(passed[0], count));
            working.use(line, count);
            passed[0] += count;
        });
        return off[0];
    }

    @Override
    public long most(Target target, Working working) {
        Pieces pieces = pieces(target, target.lines(), working);
        int[] passed = new int[1];
        long[] off = new long[1];
        pieces.take(pieces.total(), true, (line, price, count) -> {
            off[0] += nths(passed[0], count) * Shares.percent(price, benefit.basisPoints());
            passed[0] += count;
        });
        return off[0];
    }

    @Override
    public Adjustment.Why why(Target target, Working before) {
        return Adjustment.Why.of("NTH_ITEM", (long) benefit.nth(), (long) benefit.basisPoints());
    }

    @Override
    public Condition needs(Terms terms) {
        return needsPieces(terms, benefit.nth());
    }

    /** How many n-th pieces are among the next ones. */
    private long nths(int passed, int count) {
        return ((long) passed + count) / benefit.nth() - passed / benefit.nth();
    }

    private long reduced(Working working, int line, long price, long nths) {
        long off = Math.min(working.now(line), nths * Shares.percent(price, benefit.basisPoints()));
        working.reduce(line, off);
        return off;
    }
}
