package org.walletcounter.vouchers.internal.book;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.Ledger;

/** Opens accounts in a transaction of its own, so that their ids may be remembered whatever the caller's ends in. */
@ApplicationScoped
public class OpeningAccounts {

    private final Ledger ledger;

    /** For the container's proxies only. */
    @SuppressWarnings("NullAway")
    protected OpeningAccounts() {
        this.ledger = null;
    }

    @Inject
    public OpeningAccounts(Ledger ledger) {
        this.ledger = ledger;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public AccountId open(AccountTerms terms) {
        return ledger.open(terms);
    }
}
