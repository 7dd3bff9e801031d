package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Parameter;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.HoldRequest;
import org.walletcounter.ledger.HoldView;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.vouchers.HoldOnVoucher;
import org.walletcounter.vouchers.Use;
import org.walletcounter.vouchers.VoucherError;
import org.walletcounter.vouchers.internal.book.Campaign;
import org.walletcounter.vouchers.internal.book.GivingRules;
import org.walletcounter.vouchers.internal.book.Held;
import org.walletcounter.vouchers.internal.book.HeldVouchers;
import org.walletcounter.vouchers.internal.book.Honouring;
import org.walletcounter.vouchers.internal.book.SavingRules;
import org.walletcounter.vouchers.internal.book.VoucherJournals;

/**
 * Vouchers at a checkout: set aside, given free again. What is set aside is a hold on the voucher's own account, and on
 * the campaign's budget for what it will cost: nobody else can have it until the hold is used up, released or lapses.
 */
@Dependent
class Redeeming {

    /** How long a checkout may keep vouchers set aside. */
    static final Parameter HOLD_SECONDS = new Parameter("vouchers.hold.seconds", "seconds", 30, 86_400, 900);

    private final Ledger ledger;
    private final HeldVouchers vouchers;
    private final Honouring honouring;
    private final Parameters parameters;
    private final VoucherJournals journals;

    @Inject
    Redeeming(
            Ledger ledger,
            HeldVouchers vouchers,
            Honouring honouring,
            Parameters parameters,
            VoucherJournals journals) {
        this.ledger = ledger;
        this.vouchers = vouchers;
        this.honouring = honouring;
        this.parameters = parameters;
        this.journals = journals;
    }

    List<HoldOnVoucher> hold(Actor actor, @Nullable UUID memberId, List<Use> uses, String reason) {
        Instant now = journals.clock().instant();
        Instant until = now.plus(Duration.ofSeconds(parameters.value(HOLD_SECONDS, actor.merchantId())));
        Map<UUID, Held> held =
                vouchers.seen(actor, uses.stream().map(Use::voucherId).toList());
        List<HoldOnVoucher> holds = new ArrayList<>();
        List<Wish> wishes = new ArrayList<>();
        for (Use use : uses) {
            Held voucher = held.get(use.voucherId());
            if (voucher != null) {
                GivingRules.requireShown(actor, memberId, voucher);
                UUID id = use.hold() == null ? Ids.next(journals.clock()) : use.hold();
                wishes.addAll(wishes(actor, voucher, use, new Terms(id, now, until, reason)));
                holds.add(new HoldOnVoucher(voucher.id(), id, until));
            }
        }
        place(wishes);
        return holds;
    }

    private record Terms(UUID id, Instant now, Instant until, String reason) {}

    /** Something to set aside, and the account of the voucher that it is for. */
    private record Wish(HoldRequest request, AccountId voucher) {

        boolean isOfBudget() {
            return !request.account().equals(voucher);
        }
    }

    private List<Wish> wishes(Actor actor, Held voucher, Use use, Terms terms) {
        Campaign campaign = vouchers.campaigns().recent(voucher.campaignId());
        honouring.requireHonoured(actor.merchantId(), campaign);
        GivingRules.requireUsable(actor, campaign, voucher, terms.now());
        SavingRules.requirePossible(campaign, use.saving());
        AccountId account = voucher.account();
        List<Wish> wishes = new ArrayList<>();
        wishes.add(new Wish(new HoldRequest(terms.id(), account, 1, terms.until(), terms.reason()), account));
        AccountId budget = campaign.opened().budget();
        if (budget != null && use.saving().isPositive()) {
            HoldRequest share =
                    new HoldRequest(ofBudget(terms.id()), budget, use.saving().minor(), terms.until(), terms.reason());
            wishes.add(new Wish(share, account));
        }
        return wishes;
    }

    /**
     * Accounts are locked in the order in which the ledger's writer locks them: a payment with the same voucher would
     * otherwise hold its budget and wait for it here, and be waited for.
     */
    private void place(List<Wish> wishes) {
        List<AccountId> spoken =
                wishes.stream().filter(Wish::isOfBudget).map(Wish::voucher).toList();
        Map<AccountId, Long> free = spoken.isEmpty() ? Map.of() : ledger.available(spoken);
        wishes.stream()
                .sorted(Comparator.comparingLong(
                        wish -> wish.request().account().value()))
                .forEach(wish -> place(wish, free));
    }

    private void place(Wish wish, Map<AccountId, Long> free) {
        try {
            ledger.hold(wish.request());
        } catch (CounterException refusal) {
            throw refusal.error() == LedgerError.INSUFFICIENT_FUNDS ? lacking(wish, free) : refusal;
        }
    }

    /** Of two reasons the voucher's own is told, although its budget may be asked before it. */
    private static CounterException lacking(Wish wish, Map<AccountId, Long> free) {
        boolean voucherIsFree = free.getOrDefault(wish.voucher(), 0L) > 0;
        return new CounterException(
                wish.isOfBudget() && voucherIsFree ? VoucherError.BUDGET_SPENT : VoucherError.AT_ANOTHER_CHECKOUT);
    }

    /** The hold on the budget that goes with a hold on a voucher. */
    static UUID ofBudget(UUID hold) {
        return new UUID(hold.getMostSignificantBits(), hold.getLeastSignificantBits() ^ 1);
    }

    void release(Actor actor, List<UUID> holds) {
        List<HoldView> all = new ArrayList<>();
        for (UUID id : holds) {
            HoldView hold = ledger.holdOf(id).orElseThrow(() -> new CounterException(LedgerError.NO_SUCH_HOLD, id));
            Held voucher = vouchers.database()
                    .first(
                            "SELECT * FROM vouchers.voucher WHERE account_id = ?",
                            Held::read,
                            hold.account().value())
                    .orElseThrow(() -> new CounterException(LedgerError.NO_SUCH_HOLD, id));
            vouchers.seen(actor, voucher.id());
            if (hold.state() == HoldView.State.CONFIRMED) {
                throw new CounterException(LedgerError.HOLD_NOT_OPEN, id.toString());
            }
            all.add(hold);
            ledger.holdOf(ofBudget(id)).ifPresent(all::add);
        }
        all.sort(Comparator.comparingLong(hold -> hold.account().value()));
        all.forEach(hold -> ledger.release(hold.id()));
    }
}
