package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Money;
import org.walletcounter.loyalty.PointsReturnRequest;
import org.walletcounter.transactions.PaymentView;
import org.walletcounter.transactions.RefundCalculation;
import org.walletcounter.transactions.RefundRequest;
import org.walletcounter.transactions.RefundView;
import org.walletcounter.transactions.TransactionError;
import org.walletcounter.transactions.internal.checkout.Back;
import org.walletcounter.transactions.internal.checkout.GoodsBack;
import org.walletcounter.transactions.internal.checkout.TakingBack;

/**
 * Refunds and cancellations. The payment's row is locked first: whoever else gives back at the same time waits, and then
 * sees what is left. Goods come back as the inverse of their price; an amount is what the cashier says. Runs in the caller's
 * transaction.
 */
@Dependent
class GivingBack {

    private final Payments payments;
    private final SoldGoods sold;
    private final TakingBack takingBack;
    private final BookingRefunds booking;
    private final Telling telling;

    @Inject
    GivingBack(Payments payments, SoldGoods sold, TakingBack takingBack, BookingRefunds booking, Telling telling) {
        this.payments = payments;
        this.sold = sold;
        this.takingBack = takingBack;
        this.booking = booking;
        this.telling = telling;
    }

    RefundView refund(Actor actor, RefundRequest request) {
        return given(actor, request).view();
    }

    /** What a refund does. It does it; the caller undoes its transaction. So the calculation is never another than the deed. */
    RefundCalculation calculate(Actor actor, RefundRequest request) {
        Given given = given(actor, request);
        Back back = given.back();
        return new RefundCalculation(
                given.view().amount(),
                given.view().tenders(),
                back.plan(),
                back.points().givenBack(),
                back.points().taken(),
                back.vouchers(),
                given.view().cashBackTaken(),
                given.view().cashBackOwed(),
                back.prizes(),
                given.view().taxes());
    }

    private record Given(RefundView view, Back back) {}

    private Given given(Actor actor, RefundRequest request) {
        booking.requireDrawer(actor, request.tillId());
        Money wanted = request.amount();
        if (wanted != null) {
            booking.requireMoney(actor, wanted);
        }
        Payment payment = locked(actor, request);
        payment.requirePaid();
        requireOnePayer(payment);
        PaymentRules.requireReason(request.reason());
        if (wanted != null && !request.lines().isEmpty()) {
            throw CounterException.at("amount", TransactionError.AMOUNT_OR_LINES);
        }
        Given given = wanted == null
                ? goods(actor, payment, request, false)
                : amount(actor, payment, wanted.minor(), request, false);
        telling.refunded(actor, payment, given.view(), booking.today(actor));
        return given;
    }

    PaymentView cancel(Actor actor, UUID paymentId, String reason, @Nullable UUID drawer) {
        booking.requireDrawer(actor, drawer);
        Payment payment = payments.locked(actor, paymentId)
                .orElseThrow(() -> new CounterException(TransactionError.NO_SUCH_PAYMENT, paymentId));
        payment.requirePaid();
        requireOnePayer(payment);
        PaymentRules.requireReason(reason);
        payment.requireWholeAndOf(booking.today(actor));
        if (payments.hasRefunds(payment.id())) {
            throw new CounterException(TransactionError.TOO_LATE_TO_CANCEL);
        }
        goods(actor, payment, new RefundRequest(paymentId, null, Map.of(), reason, null, drawer), true);
        payment.cancel();
        PaymentView view = payments.view(payment);
        telling.cancelled(actor, view, reason);
        return view;
    }

    /** Taps of many people are one payment without a wallet of its own. */
    private void requireOnePayer(Payment payment) {
        if (payments.tenders(payment.id()).stream().anyMatch(TenderPart::isOfMany)) {
            throw new CounterException(TransactionError.PAID_BY_MANY);
        }
    }

    private Payment locked(Actor actor, RefundRequest request) {
        return payments.locked(actor, request.paymentId())
                .orElseThrow(() -> new CounterException(TransactionError.NO_SUCH_PAYMENT, request.paymentId()));
    }

    private static Refund.Why why(RefundRequest request) {
        String note = request.note() == null ? "" : request.note().strip();
        return new Refund.Why(null, request.reason(), note);
    }

    /** Goods come back: those named, or all that are still kept. Where nobody can reckon with the lines, all the money does. */
    private Given goods(Actor actor, Payment payment, RefundRequest request, boolean cancelled) {
        Map<Integer, Integer> named = request.lines();
        GoodsBack.Paid paid = sold.paid(payment);
        Map<Integer, Integer> kept = sold.kept(paid);
        if (kept.isEmpty() && payment.left() == 0) {
            throw new CounterException(TransactionError.NOTHING_LEFT);
        }
        if (named.isEmpty() && (kept.isEmpty() || !takingBack.knowsLines(paid))) {
            return amount(actor, payment, payment.left(), request, cancelled);
        }
        Map<Integer, Integer> now = named.isEmpty() ? kept : named;
        Refund.When when = booking.when(actor);
        Back back = takingBack.goods(actor, when.journalId(), sold.back(paid, payment.refunded(), now), cancelled);
        long money = now.equals(kept) ? payment.left() : Math.min(back.money(), payment.left());
        BookingRefunds.Deed deed =
                new BookingRefunds.Deed(money, why(request), when, back, request.tillId(), cancelled);
        return new Given(booking.book(actor, payment, deed), back);
    }

    private Given amount(Actor actor, Payment payment, long minor, RefundRequest request, boolean cancelled) {
        if (minor <= 0) {
            throw new CounterException(TransactionError.NOTHING_LEFT);
        }
        Refund.When when = booking.when(actor);
        GoodsBack.Paid paid = sold.paid(payment);
        payment.requireLeft(minor);
        PointsReturnRequest.Line whole = new PointsReturnRequest.Line(0, payment.refunded() + minor, payment.amount());
        Back back = takingBack.amount(actor, paid, when.journalId(), whole);
        BookingRefunds.Deed deed =
                new BookingRefunds.Deed(minor, why(request), when, back, request.tillId(), cancelled);
        return new Given(booking.book(actor, payment, deed), back);
    }
}
