package org.walletcounter.promotions.internal.effects;

import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.goods.Pieces;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/** Some of the goods free, the dearest first. */
final class FreeItemsEffect extends Sets {

    private final int pieces;

    FreeItemsEffect(Benefit.FreeItems benefit) {
        pieces = benefit.pieces();
    }

    @Override
    public long take(Target target, Working working) {
        Pieces free = pieces(target, target.lines(), working);
        return take(working, free, pieces, true, price -> price);
    }

    @Override
    public long most(Target target, Working working) {
        return pieces(target, target.lines(), working).dearest(pieces);
    }

    @Override
    public Adjustment.Why why(Target target, Working before) {
        return Adjustment.Why.of("FREE_ITEMS", (long) pieces);
    }

    @Override
    public Condition needs(Terms terms) {
        return needsPieces(terms, 1);
    }
}
