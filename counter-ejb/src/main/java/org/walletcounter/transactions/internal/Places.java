package org.walletcounter.transactions.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.merchants.Directory;
import org.walletcounter.merchants.MerchantError;

/** Where money is taken. */
final class Places {

    private Places() {}

    /** Refuses a store or till out of the actor's reach, and a till that stands in another store. */
    static void require(Directory directory, Actor actor, UUID storeId, @Nullable UUID tillId) {
        directory.store(actor, storeId);
        if (tillId != null && !directory.till(actor, tillId).storeId().equals(storeId)) {
            throw CounterException.at("tillId", MerchantError.NOT_FOUND);
        }
    }
}
