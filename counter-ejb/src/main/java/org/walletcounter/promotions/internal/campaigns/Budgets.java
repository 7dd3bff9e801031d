package org.walletcounter.promotions.internal.campaigns;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.AccountView;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.Posting;
import org.walletcounter.promotions.CampaignDraft;
import org.walletcounter.promotions.Campaigns;
import org.walletcounter.promotions.PromotionError;

/**
 * The budgets and limits of campaigns, as accounts that do not go below zero. What a sale uses goes from the account to the
 * campaign's used one with the sale's own journal; so a limit is never passed, however many tills ask at once.
 */
final class Budgets {

    private final Ledger ledger;
    private final Clock clock;

    Budgets(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Opens the accounts that all sales share, and fills them. A later version's higher limit is added. */
    void provide(UUID merchantId, UUID campaign, CampaignDraft.Limits limits, LocalDate day) {
        fill(new Filling(merchantId, campaign, "BUD", "campaign", limits.budget()), day);
        fill(new Filling(merchantId, campaign, "QTY", "all", limits.total()), day);
    }

    /** What is left of the budget, or null when it has none. */
    @Nullable
    Long left(UUID merchantId, UUID campaign, CampaignDraft.Limits limits) {
        return limits.budget() == null
                ? null
                : available(new Filling(merchantId, campaign, "BUD", "campaign", limits.budget()));
    }

    /** What is used of each limit there is. */
    Campaigns.Usage usage(UUID merchantId, UUID campaign, CampaignDraft.Limits limits, LocalDate day) {
        return new Campaigns.Usage(
                used(new Filling(merchantId, campaign, "BUD", "campaign", limits.budget())),
                used(new Filling(merchantId, campaign, "QTY", "all", limits.total())),
                used(new Filling(merchantId, campaign, "QTY", "day:" + day, limits.day())));
    }

    private long used(Filling filling) {
        return filling.limit == null ? 0 : balance(ledger.open(filling.used()));
    }

    /** The postings for one use of a campaign that costs so much. */
    List<Posting> use(Use use) {
        CampaignDraft.Limits limits = use.limits;
        List<Posting> postings = new ArrayList<>();
        take(postings, use.filling("BUD", "campaign", limits.budget()), use.cost, use.day);
        Map<String, @Nullable Long> counted = new LinkedHashMap<>();
        counted.put("all", limits.total());
        counted.put("day:" + use.day, limits.day());
        if (use.storeId != null) {
            counted.put("store:" + use.storeId, limits.store());
        }
        if (use.memberId != null) {
            counted.put("member:" + use.memberId, limits.person());
        }
        counted.forEach((owner, limit) -> take(postings, use.filling("QTY", owner, limit), 1, use.day));
        return postings;
    }

    /** The postings that put into the budget what a return frees; a budget that is gone gets nothing back. */
    List<Posting> giveBack(Use use) {
        Filling filling = use.filling("BUD", "campaign", use.limits.budget());
        if (filling.limit == null || use.cost == 0) {
            return List.of();
        }
        return List.of(
                new Posting(ledger.open(filling.account()), use.cost),
                new Posting(ledger.open(filling.used()), -use.cost));
    }

    /** Whether neither the budget nor the total number is used up. */
    boolean lasts(UUID merchantId, UUID campaign, CampaignDraft.Limits limits) {
        Filling budget = new Filling(merchantId, campaign, "BUD", "campaign", limits.budget());
        Filling total = new Filling(merchantId, campaign, "QTY", "all", limits.total());
        return (budget.limit == null || available(budget) > 0) && (total.limit == null || available(total) > 0);
    }

    private void take(List<Posting> postings, Filling filling, long amount, LocalDate day) {
        if (filling.limit == null || amount == 0) {
            return;
        }
        fill(filling, day);
        if (amount > available(filling)) {
            boolean budget = filling.prefix.equals("BUD");
            throw new CounterException(
                    budget ? PromotionError.BUDGET_USED_UP : PromotionError.QUANTITY_USED_UP, filling.campaign);
        }
        postings.add(new Posting(ledger.open(filling.account()), -amount));
        postings.add(new Posting(ledger.open(filling.used()), amount));
    }

    private long available(Filling filling) {
        return ledger.account(ledger.open(filling.account()))
                .map(AccountView::available)
                .orElse(0L);
    }

    /** Puts into an account what is missing to its limit; the claim makes sure that this happens once. */
    void fill(Filling filling, LocalDate day) {
        Long limit = filling.limit;
        if (limit == null) {
            return;
        }
        AccountId account = ledger.open(filling.account());
        AccountId used = ledger.open(filling.used());
        AccountId issued = ledger.open(filling.issued());
        long already = balance(account) + balance(used);
        if (already >= limit) {
            return;
        }
        String name = filling.unit() + " " + filling.owner + " to " + limit;
        Journal.Scope scope = new Journal.Scope(filling.merchantId, null, null, "system", null);
        Journal.Facts facts = Journal.Facts.plain(clock.instant(), day, "{}")
                .claiming(List.of(new Claim("promotion-limit", name, KernelError.CHANGED_MEANWHILE)));
        long missing = limit - already;
        ledger.post(new Journal(
                Ids.next(clock),
                "promotion-limit",
                scope,
                facts,
                List.of(new Posting(account, missing), new Posting(issued, -missing))));
    }

    private long balance(AccountId account) {
        return ledger.account(account).map(AccountView::balance).orElse(0L);
    }

    /**
     * One use of a campaign.
     *
     * @param cost what it costs, in minor units
     */
    record Use(
            UUID merchantId,
            UUID campaign,
            CampaignDraft.Limits limits,
            LocalDate day,
            @Nullable UUID storeId,
            @Nullable UUID memberId,
            long cost) {

        Filling filling(String prefix, String owner, @Nullable Long limit) {
            return new Filling(merchantId, campaign, prefix, owner, limit);
        }
    }

    /** An account of a limit, and those it is filled from and used up to. */
    record Filling(
            UUID merchantId,
            UUID campaign,
            String prefix,
            String owner,
            @Nullable Long limit) {

        String unit() {
            return prefix + ":" + campaign;
        }

        AccountTerms account() {
            return AccountTerms.constrained(merchantId, "promotion-limit", unit(), owner);
        }

        AccountTerms used() {
            return AccountTerms.free(merchantId, "promotion-used", unit(), owner);
        }

        AccountTerms issued() {
            return AccountTerms.free(merchantId, "promotion-issued", unit(), owner);
        }
    }
}
