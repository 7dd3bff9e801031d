package org.walletcounter.vouchers.internal.book;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;

/**
 * The free accounts in money that fund what vouchers save: in the honouring merchant's book its own cost of a campaign, and
 * what each partner owes it. An id never changes, so what was found once is remembered. Thread-safe.
 */
@ApplicationScoped
public class MoneyAccounts {

    private final OpeningAccounts opening;
    private final Map<AccountTerms, AccountId> known = new ConcurrentHashMap<>();

    /** For the container's proxies only. */
    @SuppressWarnings("NullAway")
    protected MoneyAccounts() {
        this.opening = null;
    }

    @Inject
    public MoneyAccounts(OpeningAccounts opening) {
        this.opening = opening;
    }

    /** What a funder bears is taken from here, in the honourer's book. */
    public AccountId funding(UUID honourer, UUID funder, Campaign campaign, String currency) {
        AccountTerms terms = funder.equals(honourer)
                ? AccountTerms.free(honourer, "voucher-cost", currency, "campaign:" + campaign.id())
                : AccountTerms.free(honourer, "voucher-clearing", currency, "merchant:" + funder);
        AccountId found = known.get(terms);
        if (found == null) {
            found = opening.open(terms);
            known.put(terms, found);
        }
        return found;
    }
}
