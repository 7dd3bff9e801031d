package org.walletcounter.promotions.internal.effects;

import java.util.List;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Promise;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/** Vouchers for a new customer, released in stages. */
final class WelcomePackEffect extends Promising {

    private final Benefit.WelcomePack benefit;

    WelcomePackEffect(Benefit.WelcomePack benefit) {
        this.benefit = benefit;
    }

    @Override
    public List<Promise> promises(Target target, Working working) {
        return benefit.stages().stream()
                .map(stage -> new Promise(
                        Promise.Kind.VOUCHERS,
                        target.campaignId(),
                        target.names(),
                        stage.voucherCampaignId().toString(),
                        stage.count(),
                        stage.worth() * stage.count(),
                        stage.afterDays()))
                .toList();
    }

    @Override
    public Adjustment.Why why(Target target, Working before) {
        return Adjustment.Why.of("WELCOME_PACK");
    }

    @Override
    public Condition needs(Terms terms) {
        return new Condition.FirstPurchase();
    }
}
