package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.transactions.internal.checkout.GoodsBack;

/** The goods of payments: what was sold, what came back, what is still kept. */
@Dependent
class SoldGoods {

    private final Payments payments;

    @Inject
    SoldGoods(Payments payments) {
        this.payments = payments;
    }

    /** A payment as a return must know it. */
    GoodsBack.Paid paid(Payment payment) {
        return new GoodsBack.Paid(
                payment.id(),
                Objects.requireNonNull(payment.journalId(), "A paid payment is in the ledger."),
                payment.currency(),
                payment.memberId(),
                payments.view(payment).lines());
    }

    /** What is still kept of a payment: pieces by line. */
    Map<Integer, Integer> kept(GoodsBack.Paid paid) {
        return kept(paid.lines(), payments.piecesBack(paid.id()));
    }

    /** Goods that come back, with what came back before. */
    GoodsBack back(GoodsBack.Paid paid, long refunded, Map<Integer, Integer> now) {
        long amounts = refunded == 0 ? 0 : payments.amountsBack(paid.id());
        GoodsBack.Given given = new GoodsBack.Given(refunded, amounts, payments.pointsBack(paid.id()));
        return new GoodsBack(paid, payments.piecesBack(paid.id()), now, given);
    }

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
}
