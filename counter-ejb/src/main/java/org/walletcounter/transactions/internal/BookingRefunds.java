package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.transactions.RefundView;
import org.walletcounter.transactions.TenderKind;
import org.walletcounter.transactions.internal.checkout.Back;

/** Books refunds that have been thought through: the money to its tenders, the rest with the same journal. */
@Dependent
class BookingRefunds {

    private final Payments payments;
    private final RefundJournals journals;
    private final Ledger ledger;
    private final Merchants merchants;
    private final Clock clock;

    @Inject
    BookingRefunds(Payments payments, RefundJournals journals, Ledger ledger, Merchants merchants, Clock clock) {
        this.payments = payments;
        this.journals = journals;
        this.ledger = ledger;
        this.merchants = merchants;
        this.clock = clock;
    }

    /** A refund that has been thought through. */
    record Deed(long minor, Refund.Why why, Refund.When when, Back back) {}

    /** Refuses an amount that is not above zero or in another currency than the merchant's. */
    void requireMoney(Actor actor, Money amount) {
        String currency = merchants.merchant(actor.merchantId()).currency();
        PaymentRules.requireMoney("amount", amount, currency);
    }

    /** A refund of now: its ids, made beforehand, and its day. */
    Refund.When when(Actor actor) {
        Instant now = clock.instant();
        return new Refund.When(Ids.next(clock), Ids.next(clock), now, today(actor, now));
    }

    /** The merchant's business day. */
    LocalDate today(Actor actor) {
        return today(actor, clock.instant());
    }

    private LocalDate today(Actor actor, Instant now) {
        return merchants.businessDay(actor.merchantId(), now);
    }

    RefundView book(Actor actor, Payment payment, Deed deed) {
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
        return refund.view(payments.refundTenders(refund));
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

    /** The one kind of the shares; MIXED where there are several, or none because no money goes back. */
    static String kindOf(List<Splitting.Share> shares) {
        List<TenderKind> kinds =
                shares.stream().map(Splitting.Share::kind).distinct().toList();
        return kinds.size() == 1 ? kinds.get(0).name() : "MIXED";
    }
}
