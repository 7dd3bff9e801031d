package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.members.Members;
import org.walletcounter.transactions.TenderKind;

/**
 * Shares what goes back out over the tenders of a payment, in cash as coins can pay it, and notes it there. What came from the
 * wallet of a member who has left goes back in cash: nobody could ever spend it there.
 */
@Dependent
class SharingOut {

    private final Payments payments;
    private final Members members;
    private final Parameters parameters;

    @Inject
    SharingOut(Payments payments, Members members, Parameters parameters) {
        this.payments = payments;
        this.members = members;
        this.parameters = parameters;
    }

    /**
     * What the tenders give back.
     *
     * @param undoes whether each share undoes a part of the payment: part of a sale may round the other way than the whole, and
     *     cash undoes no part of what a wallet paid
     */
    record Shared(List<Splitting.Share> shares, boolean undoes) {

        /** The one kind of the shares; MIXED where there are several, OFFERS where no money goes back. */
        String kind() {
            return PaymentRows.kindNamed(
                    shares.stream().map(Splitting.Share::kind).distinct().toList());
        }
    }

    Shared out(Actor actor, Payment payment, long minor) {
        List<TenderPart> tenders = payments.tenders(payment.id());
        CashRounding.Drawer drawer = drawer(tenders);
        List<Splitting.Share> exact =
                Splitting.of(minor, tenders.stream().map(TenderPart::source).toList());
        long more = more(actor, drawer, exact);
        List<Splitting.Share> shares = more == 0 ? exact : rounded(exact, more);
        for (Splitting.Share share : shares) {
            tenders.stream().filter(tender -> tender.line() == share.line()).forEach(tender -> tender.giveBack(share));
        }
        if (hasLeft(actor, payment, shares)) {
            CashRounding coins = CashRounding.of(parameters, actor.merchantId());
            return new Shared(
                    shares.stream()
                            .map(share -> share.kind() == TenderKind.WALLET ? share.inCash(coins) : share)
                            .toList(),
                    false);
        }
        long left = drawer.rounding() - drawer.roundingBack();
        boolean against = Long.signum(left) != Long.signum(more) || Math.abs(more) > Math.abs(left);
        return new Shared(shares, more == 0 || !against);
    }

    /** Whether something would go into the wallet of a member who has left. */
    private boolean hasLeft(Actor actor, Payment payment, List<Splitting.Share> shares) {
        UUID member = payment.memberId();
        return member != null
                && shares.stream().anyMatch(share -> share.kind() == TenderKind.WALLET)
                && members.known(Actor.system(actor.merchantId()), Set.of(member))
                        .isEmpty();
    }

    private long more(Actor actor, CashRounding.Drawer drawer, List<Splitting.Share> shares) {
        long cash = shares.stream()
                .filter(share -> share.kind() == TenderKind.CASH)
                .mapToLong(Splitting.Share::amount)
                .sum();
        return cash == 0 ? 0 : CashRounding.of(parameters, actor.merchantId()).back(drawer, cash);
    }

    /** The rounding of all cash stands with the last of its tenders, as in the payment. */
    private static List<Splitting.Share> rounded(List<Splitting.Share> shares, long more) {
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
}
