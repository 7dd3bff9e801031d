package org.walletcounter.promotions.internal.campaigns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /**
     * Funders get back what is undone, and budgets too, with what of a sale's promises falls away; numbers stay used, for the
     * sale was made.
     */
    Funded refunding(Actor actor, Sale sale, RefundPlan plan) {
        List<Posting> postings = new ArrayList<>();
        Map<String, Long> byParty = new LinkedHashMap<>();
        for (RefundPlan.Reversal each : plan.reversals()) {
            byParty.merge(each.party(), -each.amount(), Long::sum);
        }
        long total = pay(actor, sale.quote().currency(), byParty, postings);
        Map<UUID, Long> byCampaign = freed(sale, plan);
        Map<UUID, CampaignDraft.Limits> limits = live.approvedLimits(actor.merchantId(), byCampaign.keySet());
        byCampaign.forEach((campaign, amount) -> {
            CampaignDraft.Limits own = limits.getOrDefault(campaign, CampaignDraft.Limits.NONE);
            postings.addAll(budgets.giveBack(use(actor, sale, campaign, own, amount), cost(sale, campaign)));
        });
        return new Funded(postings, total, List.copyOf(byCampaign.keySet()));
    }

    /** The same for a sale that is called back as a whole: it was not made, and its numbers are free again too. */
    Funded cancelling(Actor actor, Sale sale, RefundPlan plan) {
        Funded refunded = refunding(actor, sale, plan);
        List<Posting> postings = new ArrayList<>(refunded.postings());
        Set<UUID> campaigns = new LinkedHashSet<>(refunded.campaigns());
        Set<UUID> own = campaigns(sale);
        Map<UUID, CampaignDraft.Limits> limits = live.approvedLimits(actor.merchantId(), own);
        for (UUID each : own) {
            CampaignDraft.Limits numbers = limits.getOrDefault(each, CampaignDraft.Limits.NONE);
            List<Posting> unused = budgets.unuse(use(actor, sale, each, numbers, 0));
            postings.addAll(unused);
            if (!unused.isEmpty()) {
                campaigns.add(each);
            }
        }
        return new Funded(postings, refunded.total(), List.copyOf(campaigns));
    }

    private static Set<UUID> campaigns(Sale sale) {
        return sale.offers().promotions().stream()
                .map(Promotion::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * What of each campaign's budget a return frees: what is undone of its reductions, and the worth of its promises that fall
     * away.
     */
    private static Map<UUID, Long> freed(Sale sale, RefundPlan plan) {
        Map<UUID, Long> byCampaign = new LinkedHashMap<>();
        for (RefundPlan.Reversal each : plan.reversals()) {
            byCampaign.merge(each.campaignId(), each.amount(), Long::sum);
        }
        Set<UUID> own = campaigns(sale);
        for (RefundPlan.PromiseBack each : plan.promisesBack()) {
            UUID campaign = each.part().campaignId();
            if (own.contains(campaign)) {
                byCampaign.merge(campaign, each.part().worth(), Long::sum);
            }
        }
        return byCampaign;
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
        return use(actor, sale, campaign, live.limits(actor.merchantId(), campaign), cost(sale, campaign));
    }

    private Budgets.Use use(Actor actor, Sale sale, UUID campaign, CampaignDraft.Limits limits, long cost) {
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
