package org.walletcounter.members.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.walletcounter.ledger.AccountId;

/** Makes a member's wallet ready for a payment, in a transaction of its own: opened, with the caps that are in force. */
@ApplicationScoped
class WalletOpening {

    @PersistenceContext(unitName = "counter")
    EntityManager database;

    private final Wallets wallets;

    /** For the container's proxies only. */
    @SuppressWarnings("NullAway")
    protected WalletOpening() {
        this.wallets = null;
    }

    @Inject
    WalletOpening(Wallets wallets) {
        this.wallets = wallets;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    AccountId open(UUID memberId, String currency) {
        Member member = database.find(Member.class, memberId);
        Wallet wallet = wallets.open(member, currency);
        wallets.recap(member.merchantId(), wallet);
        return wallet.account();
    }
}
