package org.walletcounter.promotions.internal.effects;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.goods.Pieces;
import org.walletcounter.promotions.internal.goods.Scene;
import org.walletcounter.promotions.internal.goods.Shares;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/** Buy some, get others cheaper or free: the cheapest choices are given, what is given does not count as bought. */
final class BuyGetEffect extends Sets {

    private final Benefit.BuyGet benefit;
    private final int[] choices;

    BuyGetEffect(Benefit.BuyGet benefit, Scene scene) {
        this.benefit = benefit;
        this.choices = scene.covered(benefit.choices());
    }

    @Override
    public long take(Target target, Working working) {
        int sets = sets(target, working);
        if (sets == 0) {
            return 0;
        }
        Pieces given = pieces(target, choices, working);
        long off = take(working, given, sets * benefit.get(), false, this::off);
        Pieces bought = pieces(target, target.lines(), working);
        take(working, bought, sets * benefit.buy(), true, price -> 0);
        return off;
    }

    @Override
    public long most(Target target, Working working) {
        Pieces given = pieces(target, choices, working);
        int sets = given.total() / benefit.get();
        int bought = free(working, target.lines()) / benefit.buy();
        // Other sets may use up the cheap ones first, so the dearest are reckoned with.
        return percentOfDearest(given, Math.min(sets, bought) * benefit.get());
    }

    /** When bought and given are the same goods, or have none in common, prices do not change how many sets there are. */
    @Override
    public boolean isSharpAlone(Target target) {
        return Arrays.equals(choices, target.lines())
                || IntStream.of(choices)
                        .noneMatch(line -> IntStream.of(target.lines()).anyMatch(other -> other == line));
    }

    @Override
    public int[] reach(Target target) {
        return choices;
    }

    @Override
    public Adjustment.Why why(Target target, Working before) {
        return Adjustment.Why.of("BUY_GET", (long) benefit.buy(), (long) benefit.get(), (long) benefit.basisPoints());
    }

    @Override
    public Condition needs(Terms terms) {
        return Condition.all(needsPieces(terms, benefit.buy()), needsPieces(benefit.choices(), benefit.get()));
    }

    private long off(long price) {
        return Shares.percent(price, benefit.basisPoints());
    }

    private long percentOfDearest(Pieces given, int pieces) {
        long sum = 0;
        int left = pieces;
        for (int run = 0; run < given.runs() && left > 0; run++) {
            int taken = Math.min(left, given.count(run));
            sum += taken * off(given.price(run));
            left -= taken;
        }
        return sum;
    }

    /** The most sets that the basket holds, found by halving: what fits once fits for fewer. */
    private int sets(Target target, Working working) {
        int low = 0;
        int high = free(working, choices) / benefit.get();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (fits(target, working, middle)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private boolean fits(Target target, Working working, int sets) {
        int[] givenOf = new int[target.scene().size()];
        pieces(target, choices, working)
                .take(sets * benefit.get(), false, (line, price, count) -> givenOf[line] += count);
        int left = IntStream.of(target.lines())
                .map(line -> working.free(line) - givenOf[line])
                .sum();
        return left >= sets * benefit.buy();
    }

    private static int free(Working working, int[] lines) {
        int sum = 0;
        for (int line : lines) {
            sum += working.free(line);
        }
        return sum;
    }
}
