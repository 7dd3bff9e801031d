package org.walletcounter.promotions.internal.effects;

import java.util.Map;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.internal.goods.Shares;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/** Effects that look at each line by itself. */
public abstract class LineByLine implements Effect {

    /** The kinds of this family. */
    static Map<Class<? extends Benefit>, Effects.Maker> kinds() {
        return Map.ofEntries(
                Effects.kind(Benefit.FixedPrice.class, (benefit, scene) -> new FixedPriceEffect(benefit)),
                Effects.kind(Benefit.HappyHour.class, HappyHourEffect::new),
                Effects.kind(Benefit.TierPrice.class, TierPriceEffect::new),
                Effects.kind(Benefit.Clearance.class, (benefit, scene) -> new ClearanceEffect(benefit)));
    }

    @Override
    public final Adjustment.Step step() {
        return Adjustment.Step.LINE;
    }

    /** The percentage off a line, in basis points; 0 for none. */
    abstract int share(Target target, int line);

    /** What comes off a line that costs so much now. */
    public long off(Target target, int line, long now) {
        int share = share(target, line);
        return target.fromInitial()
                ? Math.min(now, Shares.percent(target.scene().initial(line), share))
                : Shares.percent(now, share);
    }

    @Override
    public long rate(Target target, int line) {
        return target.fromInitial() ? Shares.WHOLE : share(target, line);
    }

    @Override
    public long take(Target target, Working working) {
        long sum = 0;
        for (int line : target.lines()) {
            long off = off(target, line, working.now(line));
            working.reduce(line, off);
            sum += off;
        }
        return sum;
    }

    @Override
    public long most(Target target, Working working) {
        long sum = 0;
        for (int line : target.lines()) {
            sum += off(target, line, working.now(line));
        }
        return sum;
    }
}
