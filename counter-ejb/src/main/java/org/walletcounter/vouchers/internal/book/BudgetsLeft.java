package org.walletcounter.vouchers.internal.book;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Ledger;

/** What is left of campaigns' budgets, beside what is held of them. */
@Dependent
public class BudgetsLeft {

    private final Campaigns campaigns;
    private final Ledger ledger;

    @Inject
    public BudgetsLeft(Campaigns campaigns, Ledger ledger) {
        this.campaigns = campaigns;
        this.ledger = ledger;
    }

    /** In minor units; campaigns without a budget are left out. One question for all, none where no campaign has one. */
    public Map<UUID, Long> of(Collection<UUID> campaignIds) {
        Map<UUID, AccountId> budgets = new HashMap<>();
        for (UUID each : campaignIds) {
            AccountId budget = campaigns.recent(each).opened().budget();
            if (budget != null) {
                budgets.put(each, budget);
            }
        }
        Map<AccountId, Long> available = budgets.isEmpty() ? Map.of() : ledger.available(budgets.values());
        Map<UUID, Long> left = new HashMap<>();
        budgets.forEach((campaign, budget) -> left.put(campaign, available.getOrDefault(budget, 0L)));
        return left;
    }
}
