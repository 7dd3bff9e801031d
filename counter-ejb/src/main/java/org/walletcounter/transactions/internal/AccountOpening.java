package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.Ledger;

/** Opens accounts in a transaction of its own, so that their ids may be remembered whatever the caller's ends in. */
@ApplicationScoped
class AccountOpening {

    private final Ledger ledger;

    /** For the container's proxies only. */
    @SuppressWarnings("NullAway")
    protected AccountOpening() {
        this.ledger = null;
    }

    @Inject
    AccountOpening(Ledger ledger) {
        this.ledger = ledger;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    AccountId open(AccountTerms terms) {
        return ledger.open(terms);
    }
}
