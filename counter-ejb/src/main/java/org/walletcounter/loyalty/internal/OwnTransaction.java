package org.walletcounter.loyalty.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** Runs work in a transaction of its own, so that what it found may be remembered whatever the caller's ends in. */
@ApplicationScoped
class OwnTransaction {

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Object run(Supplier<Object> work) {
        return work.get();
    }
}
