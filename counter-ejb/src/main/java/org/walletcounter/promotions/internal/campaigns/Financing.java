package org.walletcounter.promotions.internal.campaigns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.Posting;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.CampaignDraft;
import org.walletcounter.promotions.Promotion;
import org.walletcounter.promotions.Promotions.Funded;
import org.walletcounter.promotions.RefundPlan;
import org.walletcounter.promotions.Sale;

/** Who pays for what a sale's promotions take off, and what is used of budgets and limits. */
final class Financing {

    private final Ledger ledger;
    private final Budgets budgets;
    private final LiveOffers live;
    private final House days;

    Financing(Ledger ledger, Budgets budgets, LiveOffers live, House days) {
        this.ledger = ledger;
        this.budgets = budgets;
        this.live = live;
        this.days = days;
    }

    Funded funding(Actor actor, Sale sale) {
        List<Posting> postings = new ArrayList<>();
        Map<String, Long> byParty = new LinkedHashMap<>();
        for (Adjustment each : sale.quote().trace()) {
            if (each.step() == Adjustment.Step.VOUCHER) {
                continue; // vouchers know their own funders, and post them with their redemption
            }
            each.funders().forEach(funder -> byParty.merge(funder.party(), funder.amount(), Long::sum));
        }
        long total = pay(actor, sale.quote().currency(), byParty, postings);
        Set<UUID> campaigns = new LinkedHashSet<>();
        for (Promotion each : sale.offers().promotions()) {
            List<Posting> used = budgets.use(use(actor, sale, each.id()));
            postings.addAll(used);
            if (!used.isEmpty()) {
                campaigns.add(each.id());
            }
        }
        return new Funded(postings, total, List.copyOf(campaigns));
    }

    /**
     * Those of a sale's promotions of which a budget or limit does not hold what {@link #funding} would take of it. Where no
     * promotion of the sale has limits, the database is not asked.
     */
    Set<UUID> lacking(Actor actor, Sale sale) {
        List<Budgets.Use> uses = sale.offers().promotions().stream()
                .map(Promotion::id)
                .filter(each -> !live.limits(actor.merchantId(), each).equals(CampaignDraft.Limits.NONE))
                .map(each -> use(actor, sale, each))
                .toList();
        return budgets.lacking(uses);
    }

    /** Funders get back what is undone, and budgets too; numbers stay used, for the sale was made. */
    Funded refunding(Actor actor, Sale sale, RefundPlan plan) {
        List<Posting> postings = new ArrayList<>();
        Map<String, Long> byParty = new LinkedHashMap<>();
        Map<UUID, Long> byCampaign = new LinkedHashMap<>();
        for (RefundPlan.Reversal each : plan.reversals()) {
            byParty.merge(each.party(), -each.amount(), Long::sum);
            byCampaign.merge(each.campaignId(), each.amount(), Long::sum);
        }
        long total = pay(actor, sale.quote().currency(), byParty, postings);
        byCampaign.forEach((campaign, amount) -> postings.addAll(budgets.giveBack(use(actor, sale, campaign, amount))));
        return new Funded(postings, total, List.copyOf(byCampaign.keySet()));
    }

    private long pay(Actor actor, String currency, Map<String, Long> byParty, List<Posting> postings) {
        long total = 0;
        for (Map.Entry<String, Long> each : byParty.entrySet()) {
            if (each.getValue() != 0) {
                AccountTerms account =
                        AccountTerms.free(actor.merchantId(), "promotion-funding", currency, each.getKey());
                postings.add(new Posting(ledger.open(account), -each.getValue()));
                total += each.getValue();
            }
        }
        return total;
    }

    private static long cost(Sale sale, UUID campaign) {
        long reductions = sale.quote().trace().stream()
                .filter(each -> each.source().campaignId().equals(campaign))
                .mapToLong(each -> -each.amount())
                .sum();
        return reductions
                + sale.quote().promises().stream()
                        .filter(each -> each.campaignId().equals(campaign))
                        .mapToLong(each -> each.worth())
                        .sum();
    }

    private Budgets.Use use(Actor actor, Sale sale, UUID campaign) {
        return use(actor, sale, campaign, cost(sale, campaign));
    }

    private Budgets.Use use(Actor actor, Sale sale, UUID campaign, long cost) {
        CampaignDraft.Limits limits = live.limits(actor.merchantId(), campaign);
        LocalDate day = sale.request()
                .moment()
                .withZoneSameInstant(days.zone(actor.merchantId()))
                .toLocalDate();
        return new Budgets.Use(
                actor.merchantId(),
                campaign,
                limits,
                day,
                sale.request().basket().place().storeId(),
                sale.request().shopper().memberId(),
                cost);
    }
}
