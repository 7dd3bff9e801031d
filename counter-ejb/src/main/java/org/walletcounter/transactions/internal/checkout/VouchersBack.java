package org.walletcounter.transactions.internal.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.Posting;
import org.walletcounter.promotions.RefundPlan;
import org.walletcounter.promotions.Sale;
import org.walletcounter.promotions.VoucherOffer;
import org.walletcounter.vouchers.VoucherView;
import org.walletcounter.vouchers.Vouchers;

/** What a return does to the vouchers of its sale: their funders get their shares back, and who is not needed any more is free. */
@Dependent
class VouchersBack {

    private final Vouchers vouchers;
    private final Clock clock;

    @Inject
    VouchersBack(Vouchers vouchers, Clock clock) {
        this.vouchers = vouchers;
        this.clock = clock;
    }

    /** The postings that give funders back what is undone. They sum to what funders get. */
    List<Posting> undone(Actor actor, GoodsBack.Paid payment, Sale sale, RefundPlan plan) {
        Set<UUID> used = sale.request().holdings().vouchers().stream()
                .map(VoucherOffer::holdingId)
                .collect(Collectors.toSet());
        Map<UUID, Long> undone = plan.reversals().stream()
                .filter(each -> used.contains(each.sourceId()))
                .collect(Collectors.groupingBy(
                        RefundPlan.Reversal::sourceId, Collectors.summingLong(RefundPlan.Reversal::amount)));
        List<Posting> postings = new ArrayList<>();
        undone.forEach((voucher, minor) -> {
            if (minor != 0) {
                Money amount = Money.of(minor, payment.currency());
                postings.addAll(vouchers.undo(actor, voucher, payment.journalId(), amount));
            }
        });
        return postings;
    }

    /**
     * Sets free what is not used any more, if its campaign says so, and gives the codes of the campaigns of what can be used
     * again.
     */
    List<String> freed(Actor actor, GoodsBack.Paid payment, RefundPlan plan) {
        Instant now = clock.instant();
        return plan.vouchersBack().stream()
                .distinct()
                .map(id -> vouchers.comeBack(actor, id, payment.journalId()))
                .filter(voucher -> canBeUsedAgain(voucher, now))
                .map(voucher -> voucher.campaign().code())
                .toList();
    }

    /** What was only lent for a checkout, with the code for everybody, is nobody's and goes back to where it came from. */
    private static boolean canBeUsedAgain(VoucherView voucher, Instant now) {
        boolean lent = voucher.came() == VoucherView.Came.GENERIC && voucher.memberId() == null;
        return voucher.state() == VoucherView.State.IN_HAND && now.isBefore(voucher.validUntil()) && !lent;
    }
}
