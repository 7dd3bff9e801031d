package org.walletcounter.promotions.internal.effects;

import java.util.Map;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/** Effects that take nothing off and promise something instead. */
abstract class Promising implements Effect {

    /** The kinds of this family. */
    static Map<Class<? extends Benefit>, Effects.Maker> kinds() {
        return Map.ofEntries(
                Effects.kind(Benefit.GiftLadder.class, (benefit, scene) -> new GiftLadderEffect(benefit)),
                Effects.kind(Benefit.WelcomePack.class, (benefit, scene) -> new WelcomePackEffect(benefit)),
                Effects.kind(Benefit.CashBack.class, (benefit, scene) -> new CashBackEffect(benefit)),
                Effects.kind(Benefit.Lottery.class, (benefit, scene) -> new LotteryEffect(benefit)));
    }

    @Override
    public Adjustment.Step step() {
        return Adjustment.Step.ORDER;
    }

    @Override
    public long take(Target target, Working working) {
        working.promise(worth(target, working));
        return 0;
    }

    @Override
    public long most(Target target, Working working) {
        return 0;
    }
}
