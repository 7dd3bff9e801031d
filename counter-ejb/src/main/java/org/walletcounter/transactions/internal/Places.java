package org.walletcounter.transactions.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.merchants.MerchantError;
import org.walletcounter.merchants.Merchants;

/** Where money is taken. */
final class Places {

    private Places() {}

    /** Refuses a store or till out of the actor's reach, and a till that stands in another store. */
    static void require(Merchants merchants, Actor actor, UUID storeId, @Nullable UUID tillId) {
        merchants.store(actor, storeId);
        if (tillId != null && !merchants.till(actor, tillId).storeId().equals(storeId)) {
            throw CounterException.at("tillId", MerchantError.NOT_FOUND);
        }
    }
}
