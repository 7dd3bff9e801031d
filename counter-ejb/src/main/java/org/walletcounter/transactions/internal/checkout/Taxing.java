package org.walletcounter.transactions.internal.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Parameter;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.merchants.Directory;

/** Finds the tax rates of a sale. */
@Dependent
public class Taxing {

    /** Whether tax is added to prices (1) or contained in them (0). */
    public static final Parameter ADDED = new Parameter("transactions.tax.added", "choice", 0, 1, 0);

    private final Directory directory;
    private final Parameters parameters;

    @Inject
    Taxing(Directory directory, Parameters parameters) {
        this.directory = directory;
        this.parameters = parameters;
    }

    /** Those that hold at a place. */
    Taxes at(Actor actor, Asked.Place place) {
        return new Taxes(
                directory.taxRates(
                        actor.merchantId(), place.storeId(), directory.businessDay(actor.merchantId(), place.at())),
                parameters.value(ADDED, actor.merchantId()) == 1);
    }
}
