package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    List<HoldOnVoucher> hold(Actor actor, List<Use> uses, String reason) {
        Instant now = journals.clock().instant();
        Instant until = now.plus(Duration.ofSeconds(parameters.value(HOLD_SECONDS, actor.merchantId())));
        Map<UUID, Held> held =
                vouchers.seen(actor, uses.stream().map(Use::voucherId).toList());
        List<HoldOnVoucher> holds = new ArrayList<>();
        for (Use use : uses) {
            Held voucher = held.get(use.voucherId());
            if (voucher != null) {
                holds.add(hold(actor, voucher, use, new Terms(now, until, reason)));
            }
        }
        return holds;
    }

    private record Terms(Instant now, Instant until, String reason) {}

    private HoldOnVoucher hold(Actor actor, Held voucher, Use use, Terms terms) {
        Campaign campaign = vouchers.campaigns().recent(voucher.campaignId());
        honouring.requireHonoured(actor.merchantId(), campaign);
        GivingRules.requireUsable(actor, campaign, voucher, terms.now());
        UUID id = use.hold() == null ? Ids.next(journals.clock()) : use.hold();
        place(
                new HoldRequest(id, voucher.account(), 1, terms.until(), terms.reason()),
                VoucherError.AT_ANOTHER_CHECKOUT);
        AccountId budget = campaign.opened().budget();
        if (budget != null && use.saving().isPositive()) {
            HoldRequest share =
                    new HoldRequest(ofBudget(id), budget, use.saving().minor(), terms.until(), terms.reason());
            place(share, VoucherError.BUDGET_SPENT);
        }
        return new HoldOnVoucher(voucher.id(), id, terms.until());
    }

    private void place(HoldRequest request, VoucherError whenTaken) {
        try {
            ledger.hold(request);
        } catch (CounterException refusal) {
            throw refusal.error() == LedgerError.INSUFFICIENT_FUNDS ? new CounterException(whenTaken) : refusal;
        }
    }

    /** The hold on the budget that goes with a hold on a voucher. */
    static UUID ofBudget(UUID hold) {
        return new UUID(hold.getMostSignificantBits(), hold.getLeastSignificantBits() ^ 1);
    }

    void release(Actor actor, List<UUID> holds) {
        for (UUID id : holds) {
            HoldView hold = ledger.holdOf(id).orElseThrow(() -> new CounterException(LedgerError.NO_SUCH_HOLD, id));
            Held voucher = vouchers.database()
                    .first(
                            "SELECT * FROM vouchers.voucher WHERE account_id = ?",
                            Held::read,
                            hold.account().value())
                    .orElseThrow(() -> new CounterException(LedgerError.NO_SUCH_HOLD, id));
            vouchers.seen(actor, voucher.id());
            ledger.release(id);
            ledger.holdOf(ofBudget(id)).ifPresent(budget -> ledger.release(budget.id()));
        }
    }
}
