package org.walletcounter.promotions.internal.campaigns;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * campaign's used one with the sale's own journal; so a limit is never passed, however many tills ask at once. Only where a
 * later version has lowered it, the account holds more than the limit leaves: what is used is asked for before each sale, and
 * tills that ask at the same moment may pass the lower limit by a sale each.
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
                : left(new Filling(merchantId, campaign, "BUD", "campaign", limits.budget()));
    }

    /** What is used of each limit there is. */
    Campaigns.Usage usage(UUID merchantId, UUID campaign, CampaignDraft.Limits limits, LocalDate day) {
        return new Campaigns.Usage(
                used(new Filling(merchantId, campaign, "BUD", "campaign", limits.budget())),
                used(new Filling(merchantId, campaign, "QTY", "all", limits.total())),
                used(new Filling(merchantId, campaign, "QTY", "day:" + day, limits.day())));
    }

    private long used(Filling filling) {
        return filling.limit == null ? 0 : used(filling, ledger.accounts(filling.known()));
    }

    /**
     * What was issued and is not there any more. That is the balance of the account that counts what is used too, but all
     * sales post to that one, and its newest postings would have to be summed up with each question.
     */
    private static long used(Filling filling, Map<AccountTerms, AccountView> accounts) {
        return -balance(accounts.get(filling.issued())) - balance(accounts.get(filling.account()));
    }

    /** What may still be taken; of what has no limit, anything. */
    private long left(Filling filling) {
        Long limit = filling.limit;
        return limit == null ? Long.MAX_VALUE : Math.max(0, limit - used(filling));
    }

    /** The postings for one use of a campaign that costs so much. */
    List<Posting> use(Use use) {
        List<Posting> postings = new ArrayList<>();
        use.takings().forEach(each -> take(postings, each, use.day));
        return postings;
    }

    /**
     * The campaigns of those uses of which a budget or limit does not hold what they take. Asks once for all; of what is not
     * open yet nothing is used. Opens nothing.
     */
    Set<UUID> lacking(List<Use> uses) {
        List<Taking> takings =
                uses.stream().flatMap(each -> each.takings().stream()).toList();
        if (takings.isEmpty()) {
            return Set.of();
        }
        Map<AccountTerms, AccountView> accounts = ledger.accounts(
                takings.stream().flatMap(each -> each.filling.known().stream()).toList());
        return takings.stream()
                .filter(each -> each.amount > each.limit - used(each.filling, accounts))
                .map(each -> each.filling.campaign)
                .collect(Collectors.toSet());
    }

    /**
     * The postings that put into the budget what a return frees; a budget that is gone gets nothing back. Where what is kept
     * gets more than before, the budget bears what it still holds: the goods come back anyway. What it could not bear does not
     * come back to it with them: no more does than the sale took, and than is used.
     *
     * @param taken what the whole sale took
     */
    List<Posting> giveBack(Use use, long taken) {
        Filling filling = use.filling("BUD", "campaign", use.limits.budget());
        if (filling.limit == null || use.cost == 0) {
            return List.of();
        }
        long freed =
                use.cost > 0 ? Math.min(Math.min(use.cost, taken), used(filling)) : -Math.min(-use.cost, left(filling));
        return freed == 0
                ? List.of()
                : List.of(
                        new Posting(ledger.open(filling.account()), freed),
                        new Posting(ledger.open(filling.used()), -freed));
    }

    /** The postings that undo one use of a campaign's numbers, as if it had not been made; none of what nothing is used of. */
    List<Posting> unuse(Use use) {
        List<Posting> postings = new ArrayList<>();
        for (Taking each : use.takings()) {
            long back = Math.min(each.amount, used(each.filling));
            if (back > 0) {
                postings.add(new Posting(ledger.open(each.filling.account()), back));
                postings.add(new Posting(ledger.open(each.filling.used()), -back));
            }
        }
        return postings;
    }

    /** Whether neither the budget nor the total number is used up. */
    boolean lasts(UUID merchantId, UUID campaign, CampaignDraft.Limits limits) {
        Filling budget = new Filling(merchantId, campaign, "BUD", "campaign", limits.budget());
        Filling total = new Filling(merchantId, campaign, "QTY", "all", limits.total());
        return left(budget) > 0 && left(total) > 0;
    }

    private void take(List<Posting> postings, Taking taking, LocalDate day) {
        Filling filling = taking.filling;
        fill(filling, day);
        if (taking.amount > left(filling)) {
            boolean budget = filling.prefix.equals("BUD");
            throw new CounterException(
                    budget ? PromotionError.BUDGET_USED_UP : PromotionError.QUANTITY_USED_UP, filling.campaign);
        }
        postings.add(new Posting(ledger.open(filling.account()), -taking.amount));
        postings.add(new Posting(ledger.open(filling.used()), taking.amount));
    }

    /** Puts into an account what is missing to its limit; the claim makes sure that this happens once. Takes nothing out. */
    void fill(Filling filling, LocalDate day) {
        Long limit = filling.limit;
        if (limit == null) {
            return;
        }
        AccountId account = ledger.open(filling.account());
        AccountId issued = ledger.open(filling.issued());
        long missing = limit + balance(ledger.account(issued).orElse(null));
        if (missing <= 0) {
            return;
        }
        String name = filling.unit() + " " + filling.owner + " to " + limit;
        Journal.Scope scope = new Journal.Scope(filling.merchantId, null, null, "system", null);
        Journal.Facts facts = Journal.Facts.plain(clock.instant(), day, "{}")
                .claiming(List.of(new Claim("promotion-limit", name, KernelError.CHANGED_MEANWHILE)));
        ledger.post(new Journal(
                Ids.next(clock),
                "promotion-limit",
                scope,
                facts,
                List.of(new Posting(account, missing), new Posting(issued, -missing))));
    }

    private static long balance(@Nullable AccountView account) {
        return account == null ? 0 : account.balance();
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

        /** What it takes of which limit: of the budget what it costs, of each number one. Nothing of what has no limit. */
        List<Taking> takings() {
            return Stream.of(
                            taking("BUD", "campaign", limits.budget(), cost),
                            taking("QTY", "all", limits.total(), 1),
                            taking("QTY", "day:" + day, limits.day(), 1),
                            taking("QTY", "store:" + storeId, storeId == null ? null : limits.store(), 1),
                            taking("QTY", "member:" + memberId, memberId == null ? null : limits.person(), 1))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private Optional<Taking> taking(String prefix, String owner, @Nullable Long limit, long amount) {
            return limit == null || amount == 0
                    ? Optional.empty()
                    : Optional.of(new Taking(filling(prefix, owner, limit), limit, amount));
        }

        Filling filling(String prefix, String owner, @Nullable Long limit) {
            return new Filling(merchantId, campaign, prefix, owner, limit);
        }
    }

    /** What a use takes of one limit. */
    private record Taking(Filling filling, long limit, long amount) {}

    /** An account of a limit, and those it is filled from and used up to. */
    record Filling(
            UUID merchantId,
            UUID campaign,
            String prefix,
            String owner,
            @Nullable Long limit) {

        /** Those that tell what is used. */
        List<AccountTerms> known() {
            return List.of(account(), issued());
        }

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
