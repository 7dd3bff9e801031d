package org.walletcounter.transactions.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.merchants.Directory;
import org.walletcounter.merchants.MerchantError;
import org.walletcounter.merchants.TillView;
import org.walletcounter.transactions.Tap;
import org.walletcounter.transactions.TransactionError;

/** Where money is taken, and whose drawer it comes out of. */
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

    /** Refuses a till out of the actor's reach, in whichever store, and one that is closed or stands in a closed store. */
    static void requireTill(Directory directory, Actor actor, UUID tillId) {
        TillView till = till(directory, actor, tillId);
        requireOpen("tillId", till.open());
        requireOpen("tillId", directory.store(actor, till.storeId()).open());
    }

    /** Refuses a gate out of the actor's reach or closed; but who was let through offline has gone, and pays. */
    static void requireGate(Directory directory, Actor actor, Tap tap) {
        if (tap.offline()) {
            till(directory, actor, tap.tillId());
        } else {
            requireTill(directory, actor, tap.tillId());
        }
    }

    private static TillView till(Directory directory, Actor actor, UUID tillId) {
        try {
            return directory.till(actor, tillId);
        } catch (CounterException unknown) {
            throw CounterException.at("tillId", unknown.error());
        }
    }

    private static void requireOpen(String field, boolean open) {
        if (!open) {
            throw CounterException.at(field, TransactionError.PLACE_CLOSED);
        }
    }
}
