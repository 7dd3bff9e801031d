package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.walletcounter.transactions.SaleTax;
import org.walletcounter.transactions.internal.checkout.Back;
import org.walletcounter.transactions.internal.checkout.KeptTaxes;

/** The tax that goes back with a refund. */
@Dependent
class RefundedTax {

    private final KeptTaxes kept;

    @Inject
    RefundedTax(KeptTaxes kept) {
        this.kept = kept;
    }

    /** The tax in money that is about to go back. */
    List<SaleTax> of(Payment payment, long minor, Back back) {
        List<SaleTax> sold = kept.ofPayments(List.of(payment.id())).getOrDefault(payment.id(), List.of());
        if (sold.isEmpty()) {
            return List.of();
        }
        TaxBack due = new TaxBack(sold, kept.back(payment.id()), payment.left());
        return back.lines().isEmpty() ? due.ofAmount(minor) : due.ofGoods(minor, back.lines());
    }

    void keep(UUID refund, List<SaleTax> taxes) {
        kept.keep(refund, taxes);
    }
}
