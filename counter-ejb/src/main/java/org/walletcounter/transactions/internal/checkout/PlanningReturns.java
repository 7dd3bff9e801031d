package org.walletcounter.transactions.internal.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Parameter;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.promotions.Pricing;
import org.walletcounter.promotions.PromotionError;
import org.walletcounter.promotions.RefundPlan;
import org.walletcounter.promotions.ReturnRequest;
import org.walletcounter.promotions.Sale;
import org.walletcounter.transactions.TransactionError;

/** Reckons what goes back for goods, by the merchant's rule. */
@Dependent
public class PlanningReturns {

    /** What happens to discounts that the kept goods alone would not have got; see {@link ReturnRequest.Policy}. */
    public static final Parameter POLICY = new Parameter("transactions.return.policy", "choice", 0, 2, 2);

    private final Pricing pricing;
    private final Parameters parameters;

    @Inject
    PlanningReturns(Pricing pricing, Parameters parameters) {
        this.pricing = pricing;
        this.parameters = parameters;
    }

    /** What the merchants chose is kept by these numbers: another order of the constants must not change it. */
    private static ReturnRequest.Policy policy(long chosen) {
        return switch ((int) chosen) {
            case 0 -> ReturnRequest.Policy.KEEP_SHARE;
            case 1 -> ReturnRequest.Policy.RE_EVALUATE;
            case 2 -> ReturnRequest.Policy.CLAW_BACK;
            default -> throw new IllegalStateException("No policy has the number " + chosen);
        };
    }

    RefundPlan plan(Actor actor, Sale sale, GoodsBack goods) {
        ReturnRequest.Policy policy = policy(parameters.value(POLICY, actor.merchantId()));
        try {
            return pricing.refund(
                    sale,
                    new ReturnRequest(
                            goods.before(),
                            goods.now(),
                            policy,
                            new ReturnRequest.Given(
                                    goods.given().money(),
                                    goods.given().amounts(),
                                    goods.given().points())));
        } catch (CounterException refusal) {
            if (refusal.error() == PromotionError.RETURNS_MORE_THAN_KEPT) {
                throw CounterException.at(
                        "lines",
                        TransactionError.RETURNS_MORE_THAN_SOLD,
                        refusal.arguments().toArray());
            }
            throw refusal;
        }
    }
}
