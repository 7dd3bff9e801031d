package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.transactions.RefundView;
import org.walletcounter.transactions.SaleTax;
import org.walletcounter.transactions.TenderKind;
import org.walletcounter.transactions.internal.checkout.Back;
import org.walletcounter.transactions.internal.checkout.ClaimingBack;
import org.walletcounter.transactions.internal.checkout.KeptTaxes;

/** Books refunds that have been thought through: the money to its tenders, the rest with the same journal. */
@Dependent
class BookingRefunds {

    private final Payments payments;
    private final RefundJournals journals;
    private final Ledger ledger;
    private final Merchants merchants;
    private final KeptTaxes taxes;
    private final ClaimingBack claiming;
    private final Parameters parameters;
    private final Clock clock;

    @Inject
    BookingRefunds(
            Payments payments,
            RefundJournals journals,
            Ledger ledger,
            Merchants merchants,
            KeptTaxes taxes,
            ClaimingBack claiming,
            Parameters parameters,
            Clock clock) {
        this.parameters = parameters;
        this.taxes = taxes;
        this.claiming = claiming;
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
        List<SaleTax> taxBack = taxBack(payment, minor, back);
        payment.giveBack(minor);
        List<TenderPart> tenders = payments.tenders(payment.id());
        List<Splitting.Share> shares = rounded(
                actor,
                tenders,
                Splitting.of(minor, tenders.stream().map(TenderPart::source).toList()));
        boolean undoes = shares.stream().noneMatch(share -> isAgainst(tenders, share));
        take(tenders, shares);
        Refund.Place place = new Refund.Place(actor, payment.storeId(), payment.tillId());
        Refund.Origin origin = new Refund.Origin(payment.id(), payment.memberId(), Money.of(minor, payment.currency()));
        Refund refund = new Refund(place, origin, deed.why(), deed.when(), kindOf(shares));
        refund.points(back.points().givenBack(), back.points().taken());
        Back.Moves moves =
                back.moves().taxing(taxBack.stream().mapToLong(SaleTax::tax).sum());
        ledger.post(journals.of(refund, place, shares, payment, undoes ? moves : moves.adding()));
        ClaimingBack.Claimed claimed = claimed(actor, payment, deed);
        refund.claimed(claimed.taken(), claimed.owed());
        payments.add(refund, shares, back);
        taxes.keep(refund.id(), taxBack);
        return refund.view(payments.refundTenders(refund), taxBack);
    }

    private ClaimingBack.Claimed claimed(Actor actor, Payment payment, Deed deed) {
        UUID member = payment.memberId();
        long claim = deed.back().claim();
        return claim == 0 || member == null
                ? ClaimingBack.Claimed.NOTHING
                : claiming.claim(
                        actor,
                        new ClaimingBack.Claim(
                                member,
                                payment.storeId(),
                                payment.id(),
                                payment.currency(),
                                claim,
                                deed.when().businessDay()));
    }

    private List<SaleTax> taxBack(Payment payment, long minor, Back back) {
        List<SaleTax> sold = taxes.ofPayments(List.of(payment.id())).getOrDefault(payment.id(), List.of());
        if (sold.isEmpty()) {
            return List.of();
        }
        TaxBack due = new TaxBack(sold, taxes.back(payment.id()), payment.left());
        return back.lines().isEmpty() ? due.ofAmount(minor) : due.ofGoods(minor, back.lines());
    }

    private static void take(List<TenderPart> tenders, List<Splitting.Share> shares) {
        for (Splitting.Share share : shares) {
            tenders.stream().filter(tender -> tender.line() == share.line()).forEach(tender -> tender.giveBack(share));
        }
    }

    /** The shares as coins can pay them: the rounding of all cash stands with the last of its tenders, as in the payment. */
    private List<Splitting.Share> rounded(Actor actor, List<TenderPart> tenders, List<Splitting.Share> shares) {
        long cash = shares.stream()
                .filter(share -> share.kind() == TenderKind.CASH)
                .mapToLong(Splitting.Share::amount)
                .sum();
        long more =
                cash == 0 ? 0 : CashRounding.of(parameters, actor.merchantId()).back(drawer(tenders), cash);
        if (more == 0) {
            return shares;
        }
        List<Splitting.Share> rounded = new ArrayList<>(shares);
        for (int i = rounded.size() - 1; i >= 0; i--) {
            if (rounded.get(i).kind() == TenderKind.CASH) {
                rounded.set(i, rounded.get(i).rounded(more));
                break;
            }
        }
        return rounded;
    }

    private static CashRounding.Drawer drawer(List<TenderPart> tenders) {
        return tenders.stream()
                .filter(TenderPart::isCash)
                .map(TenderPart::drawer)
                .reduce(new CashRounding.Drawer(0, 0, 0, 0), CashRounding.Drawer::plus);
    }

    /** Whether a share's rounding is none of the payment's: part of a sale may round the other way than the whole. */
    private static boolean isAgainst(List<TenderPart> tenders, Splitting.Share share) {
        CashRounding.Drawer drawer = drawer(tenders);
        long left = drawer.rounding() - drawer.roundingBack();
        return share.rounding() != 0
                && (Long.signum(left) != Long.signum(share.rounding()) || Math.abs(share.rounding()) > Math.abs(left));
    }

    /** The one kind of the shares; MIXED where there are several, OFFERS where no money goes back. */
    static String kindOf(List<Splitting.Share> shares) {
        List<TenderKind> kinds =
                shares.stream().map(Splitting.Share::kind).distinct().toList();
        return PaymentRows.kindNamed(kinds);
    }
}
