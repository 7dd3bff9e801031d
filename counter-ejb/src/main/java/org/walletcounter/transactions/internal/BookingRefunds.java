package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.transactions.RefundView;
import org.walletcounter.transactions.SaleTax;
import org.walletcounter.transactions.internal.checkout.Back;

/** Books refunds that have been thought through: the money to its tenders, the rest with the same journal. */
@Dependent
class BookingRefunds {

    private final Payments payments;
    private final RefundJournals journals;
    private final Ledger ledger;
    private final Merchants merchants;
    private final SharingOut sharing;
    private final RefundedTax taxes;
    private final ClaimedCashBack cashBack;
    private final Clock clock;

    @Inject
    BookingRefunds(
            Payments payments,
            RefundJournals journals,
            Ledger ledger,
            Merchants merchants,
            SharingOut sharing,
            RefundedTax taxes,
            ClaimedCashBack cashBack,
            Clock clock) {
        this.sharing = sharing;
        this.taxes = taxes;
        this.cashBack = cashBack;
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
        List<SaleTax> taxBack = taxes.of(payment, minor, back);
        payment.giveBack(minor);
        SharingOut.Shared shared = sharing.out(actor, payment, minor);
        Refund.Place place = new Refund.Place(actor, payment.storeId(), payment.tillId());
        Refund.Origin origin = new Refund.Origin(payment.id(), payment.memberId(), Money.of(minor, payment.currency()));
        Refund refund = new Refund(place, origin, deed.why(), deed.when(), shared.kind());
        refund.points(back.points().givenBack(), back.points().taken());
        Back.Moves moves =
                back.moves().taxing(taxBack.stream().mapToLong(SaleTax::tax).sum());
        Journal journal =
                journals.of(refund, place, shared.shares(), payment, shared.undoes() ? moves : moves.adding());
        if (journal.postings().isEmpty()) {
            refund.movesOnlyGoods();
        } else {
            ledger.post(journal);
        }
        cashBack.with(actor, refund, payment, back.claim());
        payments.add(refund, shared.shares(), back);
        taxes.keep(refund.id(), taxBack);
        return refund.view(payments.refundTenders(refund), taxBack);
    }
}
