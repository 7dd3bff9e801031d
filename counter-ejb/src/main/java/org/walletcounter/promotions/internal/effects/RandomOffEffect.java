package org.walletcounter.promotions.internal.effects;

import java.util.List;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Benefit.RandomOff.Chance;
import org.walletcounter.promotions.internal.goods.Draw;
import org.walletcounter.promotions.internal.goods.Scene;
import org.walletcounter.promotions.internal.goods.Shares;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/** A random amount off: that of the number which was drawn for the sale. */
final class RandomOffEffect extends Pooled {

    private final long off;
    private final long weights;

    RandomOffEffect(Benefit.RandomOff benefit, Scene scene) {
        weights = benefit.weights();
        Long drawn = benefit.drawn();
        long number = drawn == null ? Draw.rehearsal(scene.basket().reference(), weights) : drawn;
        off = off(benefit.chances(), number);
    }

    @Override
    long off(long pool) {
        return Math.min(pool, off);
    }

    @Override
    long rate() {
        return Shares.WHOLE;
    }

    @Override
    public Adjustment.Why why(Target target, Working before) {
        return Adjustment.Why.of("RANDOM_OFF", off, weights);
    }

    private static long off(List<Chance> chances, long number) {
        long passed = 0;
        for (Chance chance : chances) {
            passed += chance.weight();
            if (number < passed) {
                return chance.off();
            }
        }
        throw new IllegalStateException("The number drawn is below the sum of the weights.");
    }
}
