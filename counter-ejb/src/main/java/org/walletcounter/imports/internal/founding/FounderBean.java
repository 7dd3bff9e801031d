package org.walletcounter.imports.internal.founding;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.walletcounter.kernel.Actor;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.NewStaff;
import org.walletcounter.merchants.StaffView;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.merchants.TillView;

/** The founder over the merchants' door. */
@Stateless
@RunAs("system")
@PermitAll
public class FounderBean implements Founder {

    @Inject
    Merchants merchants;

    @Override
    public boolean nothingThere() {
        return merchants.all().isEmpty();
    }

    @Override
    public Actor found(MerchantView merchant, StoreView store, TillView till, NewStaff administrator) {
        merchants.found(merchant, store, till);
        StaffView first = merchants.addStaff(Actor.system(merchant.id()), administrator);
        return new Actor("staff:" + first.id(), first.name(), first.role(), merchant.id(), null);
    }
}
