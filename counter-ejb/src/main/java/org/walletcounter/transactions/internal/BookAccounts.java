package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;

/**
 * The free accounts that payments stand against (see the package's description). An account never goes away and its id
 * never changes, so what was found once is remembered. Thread-safe.
 */
@ApplicationScoped
class BookAccounts {

    private final AccountOpening opening;
    private final Map<AccountTerms, AccountId> known = new ConcurrentHashMap<>();

    /** For the container's proxies only. */
    @SuppressWarnings("NullAway")
    protected BookAccounts() {
        this.opening = null;
    }

    @Inject
    BookAccounts(AccountOpening opening) {
        this.opening = opening;
    }

    AccountId revenue(UUID merchantId, UUID storeId, String currency) {
        return account(AccountTerms.free(merchantId, "revenue", currency, "store:" + storeId));
    }

    AccountId cash(UUID merchantId, UUID storeId, @Nullable UUID tillId, String currency) {
        String owner = tillId == null ? "store:" + storeId : "till:" + tillId;
        return account(AccountTerms.free(merchantId, "cash", currency, owner));
    }

    /** What funders (the merchant itself among them) pay of what was taken off: the other part of what was sold. */
    AccountId reductions(UUID merchantId, UUID storeId, String currency) {
        return account(AccountTerms.free(merchantId, "reductions", currency, "store:" + storeId));
    }

    /** The tax in what was sold, owed to the authorities. */
    AccountId tax(UUID merchantId, UUID storeId, String currency) {
        return account(AccountTerms.free(merchantId, "tax", currency, "store:" + storeId));
    }

    /** What coins could not pay: above zero where customers paid more than the price, below where less. */
    AccountId rounding(UUID merchantId, UUID storeId, String currency) {
        return account(AccountTerms.free(merchantId, "rounding", currency, "store:" + storeId));
    }

    AccountId historical(UUID merchantId, UUID storeId, String currency) {
        return account(AccountTerms.free(merchantId, "historical", currency, "store:" + storeId));
    }

    private AccountId account(AccountTerms terms) {
        AccountId found = known.get(terms);
        if (found == null) {
            found = opening.open(terms);
            known.put(terms, found);
        }
        return found;
    }
}
