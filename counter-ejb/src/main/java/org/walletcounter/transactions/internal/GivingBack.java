package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.transactions.PaymentView;
import org.walletcounter.transactions.RefundRequest;
import org.walletcounter.transactions.RefundView;
import org.walletcounter.transactions.TransactionError;

/**
 * Refunds and cancellations. The payment's row is locked first: whoever else gives back at the same time waits, and then
 * sees what is left. Runs in the caller's transaction.
 */
@Dependent
class GivingBack {

    private final Payments payments;
    private final RefundJournals journals;
    private final Ledger ledger;
    private final Merchants merchants;
    private final Telling telling;
    private final Clock clock;

    @Inject
    GivingBack(
            Payments payments,
            RefundJournals journals,
            Ledger ledger,
            Merchants merchants,
            Telling telling,
            Clock clock) {
        this.payments = payments;
        this.journals = journals;
        this.ledger = ledger;
        this.merchants = merchants;
        this.telling = telling;
        this.clock = clock;
    }

    RefundView refund(Actor actor, RefundRequest request) {
        Money wanted = request.amount();
        if (wanted != null) {
            PaymentRules.requireMoney(
                    "amount", wanted, merchants.merchant(actor.merchantId()).currency());
        }
        Payment payment = locked(actor, request.paymentId());
        payment.requirePaid();
        PaymentRules.requireReason(request.reason());
        long minor = wanted == null ? payment.left() : wanted.minor();
        String note = request.note() == null ? "" : request.note().strip();
        Refund refund = giveBack(actor, payment, minor, new Refund.Why(null, request.reason(), note));
        RefundView view = refund.view(payments.refundTenders(refund));
        telling.refunded(actor, payment, view, refund.businessDay());
        return view;
    }

    PaymentView cancel(Actor actor, UUID paymentId, String reason) {
        Payment payment = locked(actor, paymentId);
        payment.requirePaid();
        PaymentRules.requireReason(reason);
        LocalDate today = merchants.businessDay(actor.merchantId(), clock.instant());
        payment.requireWholeAndOf(today);
        giveBack(actor, payment, payment.left(), new Refund.Why(null, reason, ""));
        payment.cancel();
        PaymentView view = payments.view(payment);
        telling.cancelled(actor, view, reason);
        return view;
    }

    private Payment locked(Actor actor, UUID paymentId) {
        return payments.locked(actor, paymentId)
                .orElseThrow(() -> new CounterException(TransactionError.NO_SUCH_PAYMENT, paymentId));
    }

    private Refund giveBack(Actor actor, Payment payment, long minor, Refund.Why why) {
        payment.giveBack(minor);
        List<Splitting.Share> shares = take(payment.id(), minor);
        Instant now = clock.instant();
        Refund.When when =
                new Refund.When(Ids.next(clock), Ids.next(clock), now, merchants.businessDay(actor.merchantId(), now));
        Refund.Place place = new Refund.Place(actor, payment.storeId(), payment.tillId());
        Refund.Origin origin = new Refund.Origin(payment.id(), payment.memberId(), Money.of(minor, payment.currency()));
        Refund refund = new Refund(place, origin, why, when, kindOf(shares));
        ledger.post(journals.of(refund, place, shares, payment));
        payments.add(refund, shares);
        return refund;
    }

    private List<Splitting.Share> take(UUID paymentId, long minor) {
        List<TenderPart> tenders = payments.tenders(paymentId);
        List<Splitting.Share> shares =
                Splitting.of(minor, tenders.stream().map(TenderPart::source).toList());
        for (Splitting.Share share : shares) {
            tenders.stream()
                    .filter(tender -> tender.line() == share.line())
                    .forEach(tender -> tender.giveBack(share.amount()));
        }
        return shares;
    }

    /** The one kind of the shares, or MIXED. */
    static String kindOf(List<Splitting.Share> shares) {
        Splitting.Share first = shares.get(0);
        return shares.stream().allMatch(share -> share.kind() == first.kind())
                ? first.kind().name()
                : "MIXED";
    }
}
