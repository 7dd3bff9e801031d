package org.walletcounter.transactions.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.merchants.Directory;
import org.walletcounter.merchants.MerchantError;
import org.walletcounter.merchants.TillView;
import org.walletcounter.transactions.TransactionError;

/** Where money is taken. */
final class Places {

    private Places() {}

    /** Refuses a store or till out of the actor's reach, a till that stands in another store, and what is closed. */
    static void require(Directory directory, Actor actor, UUID storeId, @Nullable UUID tillId) {
        requireOpen("storeId", directory.store(actor, storeId).open());
        if (tillId != null) {
            TillView till = directory.till(actor, tillId);
            if (!till.storeId().equals(storeId)) {
                throw CounterException.at("tillId", MerchantError.NOT_FOUND);
            }
            requireOpen("tillId", till.open());
        }
    }

    private static void requireOpen(String field, boolean open) {
        if (!open) {
            throw CounterException.at(field, TransactionError.PLACE_CLOSED);
        }
    }
}
