package org.walletcounter.transactions.internal.trips;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Parameter;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.loyalty.EarningPoints;

/** Whether a house gives points for fares. Both answers lie in memory: taps ask. */
@Dependent
public class FarePoints {

    /** The house's rule; off until somebody sets it, because points are owed. */
    public static final Parameter RULE = new Parameter("transactions.tap.points", "choice", 0, 1, 0);

    private final Parameters parameters;
    private final EarningPoints earning;

    @Inject
    FarePoints(Parameters parameters, EarningPoints earning) {
        this.parameters = parameters;
        this.earning = earning;
    }

    /** Whether fares earn there now: the rule says so and a programme is active. */
    public boolean earn(Actor actor) {
        return parameters.value(RULE, actor.merchantId()) == 1 && earning.earns(actor);
    }
}
