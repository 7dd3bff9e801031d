package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.walletcounter.kernel.ModuleParameters;
import org.walletcounter.kernel.Parameter;
import org.walletcounter.transactions.internal.checkout.PlanningReturns;
import org.walletcounter.transactions.internal.checkout.Taxing;
import org.walletcounter.transactions.internal.trips.FarePoints;

/** Lists the payments' rules for whoever sets them. */
@Dependent
class TransactionParameters implements ModuleParameters {

    @Override
    public List<Parameter> parameters() {
        return List.of(
                ToppingUp.HIGHEST_BALANCE,
                PlanningReturns.POLICY,
                TapRules.HIGHEST_FARE,
                FarePoints.RULE,
                CashRounding.STEP,
                CashRounding.DOWN,
                Taxing.ADDED);
    }
}
