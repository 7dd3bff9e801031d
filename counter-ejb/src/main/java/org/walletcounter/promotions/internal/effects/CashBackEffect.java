package org.walletcounter.promotions.internal.effects;

import java.util.List;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Promise;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.goods.Shares;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/** A percentage back as a pending credit. */
final class CashBackEffect extends Promising {

    private final Benefit.CashBack benefit;

    CashBackEffect(Benefit.CashBack benefit) {
        this.benefit = benefit;
    }

    @Override
    public long worth(Target target, Working working) {
        Long most = benefit.most();
        long credit = Shares.percent(base(target, working), benefit.basisPoints());
        return most == null ? credit : Math.min(most, credit);
    }

    @Override
    public List<Promise> promises(Target target, Working working) {
        long credit = worth(target, working);
        Promise promise = new Promise(
                Promise.Kind.CREDIT, target.campaignId(), target.names(), null, credit, credit, benefit.pendingDays());
        return credit == 0 ? List.of() : List.of(promise);
    }

    @Override
    public Adjustment.Why why(Target target, Working before) {
        return Adjustment.Why.of("CASH_BACK", (long) benefit.basisPoints());
    }

    @Override
    public Condition needs(Terms terms) {
        return new Condition.Members();
    }
}
