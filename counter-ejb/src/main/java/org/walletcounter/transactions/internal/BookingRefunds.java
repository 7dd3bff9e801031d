package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.merchants.Directory;
import org.walletcounter.transactions.RefundView;
import org.walletcounter.transactions.SaleTax;
import org.walletcounter.transactions.internal.checkout.Back;

/** Books refunds that have been thought through: the money to its tenders, the rest with the same journal. */
@Dependent
class BookingRefunds {

    private final Payments payments;
    private final RefundJournals journals;
    private final Ledger ledger;
    private final Directory directory;
    private final SharingOut sharing;
    private final RefundedTax taxes;
    private final ClaimedCashBack cashBack;
    private final Clock clock;

    @Inject
    BookingRefunds(
            Payments payments,
            RefundJournals journals,
            Ledger ledger,
            Directory directory,
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
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * A refund that has been thought through.
     *
     * @param drawer the till whose drawer cash comes out of; null for where the sale was paid
     * @param cancels whether it calls the payment back as a whole
     */
    record Deed(
            long minor,
            Refund.Why why,
            Refund.When when,
            Back back,
            @Nullable UUID drawer,
            boolean cancels) {}

    /** Refuses a till that no cash can come out of for the actor. */
    void requireDrawer(Actor actor, @Nullable UUID tillId) {
        if (tillId != null) {
            Places.requireTill(directory, actor, tillId);
        }
    }

    /** Refuses an amount that is not above zero or in another currency than the merchant's. */
    void requireMoney(Actor actor, Money amount) {
        String currency = directory.merchant(actor.merchantId()).currency();
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
        return directory.businessDay(actor.merchantId(), now);
    }

    RefundView book(Actor actor, Payment payment, Deed deed) {
        long minor = deed.minor();
        Back back = deed.back();
        List<SaleTax> taxBack = taxes.of(payment, minor, back);
        payment.giveBack(minor);
        SharingOut.Shared shared = sharing.out(actor, payment, minor);
        UUID drawer = deed.drawer() == null ? payment.tillId() : deed.drawer();
        Refund.Place place = new Refund.Place(actor, payment.storeId(), payment.tillId(), drawer);
        Refund.Origin origin = new Refund.Origin(payment.id(), payment.memberId(), Money.of(minor, payment.currency()));
        Refund refund = new Refund(place, origin, deed.why(), deed.when(), shared.kind());
        refund.points(back.points().givenBack(), back.points().taken());
        Back.Moves moves =
                back.moves().taxing(taxBack.stream().mapToLong(SaleTax::tax).sum());
        boolean undoes = moves.plain() && shared.undoes() && onlyUndone(payment);
        Journal journal = journals.of(refund, place, shared.shares(), payment, undoes ? moves : moves.adding());
        if (journal.postings().isEmpty()) {
            refund.movesOnlyGoods();
        } else {
            ledger.post(deed.cancels() ? RefundJournals.cancelling(journal) : journal);
        }
        cashBack.with(actor, refund, payment, back.claim());
        payments.add(refund, shared.shares(), back);
        taxes.keep(refund.id(), taxBack);
        return refund.view(payments.refundTenders(refund), taxBack);
    }

    /**
     * Whether all that came back so far did nothing but undo the payment. The ledger counts what such refunds undid; where
     * another one has moved an account the other way, what is left to give back is more than the payment moved there, and
     * the ledger would refuse it for ever.
     */
    private boolean onlyUndone(Payment payment) {
        return payments.refundJournals(payment.id()).stream()
                .allMatch(id -> ledger.journal(id)
                        .map(refund -> refund.journal().facts().reverses() != null)
                        .orElse(false));
    }
}
