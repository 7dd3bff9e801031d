package org.walletcounter.promotions.internal.effects;

import java.util.Map;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.internal.goods.Shares;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/** Effects that look at all goods together; what comes off is divided among the lines by what they cost. */
public abstract class Pooled implements Effect {

    /** The kinds of this family. */
    static Map<Class<? extends Benefit>, Effects.Maker> kinds() {
        return Map.ofEntries(
                Effects.kind(Benefit.AmountOff.class, (benefit, scene) -> new AmountOffEffect(benefit)),
                Effects.kind(Benefit.Ladder.class, (benefit, scene) -> new LadderEffect(benefit)),
                Effects.kind(Benefit.EachFull.class, (benefit, scene) -> new EachFullEffect(benefit)),
                Effects.kind(Benefit.PercentOff.class, (benefit, scene) -> new PercentOffEffect(benefit)),
                Effects.kind(Benefit.BirthdayTreat.class, (benefit, scene) -> new BirthdayTreatEffect(benefit)),
                Effects.kind(Benefit.TenderOff.class, (benefit, scene) -> new TenderOffEffect(benefit)),
                Effects.kind(Benefit.RandomOff.class, RandomOffEffect::new));
    }

    @Override
    public Adjustment.Step step() {
        return Adjustment.Step.ORDER;
    }

    /** What comes off goods that cost so much together; no less for a higher amount. */
    abstract long off(long pool);

    /** No more than this share of the goods comes off, in basis points rounded up; a whole if there is no such share. */
    abstract long rate();

    @Override
    public final long rate(Target target, int line) {
        return target.fromInitial() ? Shares.WHOLE : rate();
    }

    /** A reduction as a share of the amount it is given from, in basis points rounded up. */
    static long rate(long off, long from) {
        return (off * Shares.WHOLE + from - 1) / from;
    }

    /**
     * For the search: a reduction r, such that {@code low - r} is no more than what is left of any amount from {@code low} to
     * {@code high}. Effects with thresholds look at those in between: just above a threshold less is left than just below.
     */
    public long within(long low, long high) {
        return off(low);
    }

    @Override
    public long take(Target target, Working working) {
        long off = most(target, working);
        if (off > 0) {
            divide(target, working, off);
        }
        return off;
    }

    @Override
    public long most(Target target, Working working) {
        long now = target.now(working);
        return Math.min(now, off(target.fromInitial() ? target.initial() : now));
    }

    private static void divide(Target target, Working working, long off) {
        int[] lines = target.lines();
        long[] weights = new long[lines.length];
        for (int i = 0; i < lines.length; i++) {
            weights[i] = working.now(lines[i]);
        }
        long[] shares = Shares.of(off, weights);
        for (int i = 0; i < lines.length; i++) {
            working.reduce(lines[i], shares[i]);
        }
    }
}
