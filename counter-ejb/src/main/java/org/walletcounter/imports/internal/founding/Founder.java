package org.walletcounter.imports.internal.founding;

import org.walletcounter.kernel.Actor;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.NewStaff;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.merchants.TillView;

/** Founds the first merchant, as the system. */
public interface Founder {

    /** Whether there is no merchant at all. */
    boolean nothingThere();

    /** Founds a merchant with a store, a till and an administrator, all or nothing, and gives the administrator as an actor. */
    Actor found(MerchantView merchant, StoreView store, TillView till, NewStaff administrator);
}
