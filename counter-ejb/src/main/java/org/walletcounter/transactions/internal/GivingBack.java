package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.loyalty.PointsReturnRequest;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.promotions.RefundPlan;
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
    private final RefundJournals journals;
    private final TakingBack takingBack;
    private final Ledger ledger;
    private final Merchants merchants;
    private final Telling telling;
    private final Clock clock;

    @Inject
    @SuppressWarnings("checkstyle:ParameterNumber") // the doors that a refund walks through
    GivingBack(
            Payments payments,
            RefundJournals journals,
            TakingBack takingBack,
            Ledger ledger,
            Merchants merchants,
            Telling telling,
            Clock clock) {
        this.payments = payments;
        this.journals = journals;
        this.takingBack = takingBack;
        this.ledger = ledger;
        this.merchants = merchants;
        this.telling = telling;
        this.clock = clock;
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
                back.vouchers());
    }

    private record Given(RefundView view, Back back) {}

    private Given given(Actor actor, RefundRequest request) {
        Money wanted = request.amount();
        if (wanted != null) {
            PaymentRules.requireMoney(
                    "amount", wanted, merchants.merchant(actor.merchantId()).currency());
        }
        Payment payment = locked(actor, request);
        payment.requirePaid();
        PaymentRules.requireReason(request.reason());
        if (wanted != null && !request.lines().isEmpty()) {
            throw CounterException.at("amount", TransactionError.AMOUNT_OR_LINES);
        }
        String note = request.note() == null ? "" : request.note().strip();
        Refund.Why why = new Refund.Why(null, request.reason(), note);
        Given given = wanted == null
                ? goods(actor, payment, request.lines(), why)
                : amount(actor, payment, wanted.minor(), why);
        telling.refunded(actor, payment, given.view(), today(actor, clock.instant()));
        return given;
    }

    PaymentView cancel(Actor actor, UUID paymentId, String reason) {
        Payment payment = payments.locked(actor, paymentId)
                .orElseThrow(() -> new CounterException(TransactionError.NO_SUCH_PAYMENT, paymentId));
        payment.requirePaid();
        PaymentRules.requireReason(reason);
        payment.requireWholeAndOf(today(actor, clock.instant()));
        goods(actor, payment, Map.of(), new Refund.Why(null, reason, ""));
        payment.cancel();
        PaymentView view = payments.view(payment);
        telling.cancelled(actor, view, reason);
        return view;
    }

    private Payment locked(Actor actor, RefundRequest request) {
        return payments.locked(actor, request.paymentId())
                .orElseThrow(() -> new CounterException(TransactionError.NO_SUCH_PAYMENT, request.paymentId()));
    }

    /** Goods come back: those named, or all that are still kept. Where nobody can reckon with the lines, all the money does. */
    private Given goods(Actor actor, Payment payment, Map<Integer, Integer> named, Refund.Why why) {
        GoodsBack.Paid paid = paid(payment);
        Map<Integer, Integer> before = payments.piecesBack(payment.id());
        Map<Integer, Integer> now = named.isEmpty() ? kept(paid.lines(), before) : named;
        boolean all = now.equals(kept(paid.lines(), before));
        if (now.isEmpty() && payment.left() == 0) {
            throw new CounterException(TransactionError.NOTHING_LEFT);
        }
        if (now.isEmpty() || (named.isEmpty() && !takingBack.knowsLines(paid))) {
            return amount(actor, payment, payment.left(), why);
        }
        Refund.When when = when(actor);
        GoodsBack.Given given = new GoodsBack.Given(payment.refunded(), payments.pointsBack(payment.id()));
        Back back = takingBack.goods(actor, when.journalId(), new GoodsBack(paid, before, now, given));
        RefundPlan plan = back.plan();
        long reckoned = plan == null ? 0 : plan.money();
        long money = all ? payment.left() : Math.min(reckoned, payment.left());
        return book(actor, payment, new Deed(money, why, when, back));
    }

    private Given amount(Actor actor, Payment payment, long minor, Refund.Why why) {
        if (minor <= 0) {
            throw new CounterException(TransactionError.NOTHING_LEFT);
        }
        Refund.When when = when(actor);
        GoodsBack.Paid paid = paid(payment);
        payment.requireLeft(minor);
        PointsReturnRequest.Line whole = new PointsReturnRequest.Line(0, payment.refunded() + minor, payment.amount());
        Back back = takingBack.amount(actor, paid, when.journalId(), whole);
        return book(actor, payment, new Deed(minor, why, when, back));
    }

    /** A refund that has been thought through. */
    private record Deed(long minor, Refund.Why why, Refund.When when, Back back) {}

    private Given book(Actor actor, Payment payment, Deed deed) {
        long minor = deed.minor();
        Back back = deed.back();
        payment.giveBack(minor);
        List<Splitting.Share> shares = take(payment.id(), minor);
        Refund.Place place = new Refund.Place(actor, payment.storeId(), payment.tillId());
        Refund.Origin origin = new Refund.Origin(payment.id(), payment.memberId(), Money.of(minor, payment.currency()));
        Refund refund = new Refund(place, origin, deed.why(), deed.when(), kindOf(shares));
        refund.points(back.points().givenBack(), back.points().taken());
        ledger.post(journals.of(refund, place, shares, payment, back.moves()));
        payments.add(refund, shares, back);
        return new Given(refund.view(payments.refundTenders(refund)), back);
    }

    private Refund.When when(Actor actor) {
        Instant now = clock.instant();
        return new Refund.When(Ids.next(clock), Ids.next(clock), now, today(actor, now));
    }

    private LocalDate today(Actor actor, Instant now) {
        return merchants.businessDay(actor.merchantId(), now);
    }

    private GoodsBack.Paid paid(Payment payment) {
        return new GoodsBack.Paid(
                payment.id(),
                Objects.requireNonNull(payment.journalId(), "A paid payment is in the ledger."),
                payment.currency(),
                payment.memberId(),
                payments.view(payment).lines());
    }

    /** What is still kept of the lines. */
    private static Map<Integer, Integer> kept(List<PricedLine> lines, Map<Integer, Integer> back) {
        Map<Integer, Integer> kept = new HashMap<>();
        for (PricedLine line : lines) {
            int left = line.quantity() - back.getOrDefault(line.line(), 0);
            if (left > 0) {
                kept.put(line.line(), left);
            }
        }
        return kept;
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

    /** The one kind of the shares, MIXED, or NONE where no money goes back. */
    static String kindOf(List<Splitting.Share> shares) {
        if (shares.isEmpty()) {
            return PaymentRows.NOTHING_TO_PAY;
        }
        Splitting.Share first = shares.get(0);
        return shares.stream().allMatch(share -> share.kind() == first.kind())
                ? first.kind().name()
                : "MIXED";
    }
}
