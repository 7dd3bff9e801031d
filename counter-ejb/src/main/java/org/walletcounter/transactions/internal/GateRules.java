package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.transactions.internal.trips.FarePoints;

/** What the house has set for its gates; answered from memory. */
@Dependent
class GateRules {

    private final Parameters parameters;
    private final FarePoints points;

    @Inject
    GateRules(Parameters parameters, FarePoints points) {
        this.parameters = parameters;
        this.points = points;
    }

    long highestFare(Actor actor) {
        return parameters.value(TapRules.HIGHEST_FARE, actor.merchantId());
    }

    boolean faresEarn(Actor actor) {
        return points.earn(actor);
    }
}
