package org.walletcounter.transactions.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Money;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.transactions.HistoricalSale;
import org.walletcounter.transactions.PaymentState;
import org.walletcounter.transactions.PaymentView;
import org.walletcounter.transactions.Tender;
import org.walletcounter.transactions.TenderKind;

/** What a sale of the past looks like as a payment. */
final class PaymentsOfThePast {

    private PaymentsOfThePast() {}

    static PaymentView view(Actor system, HistoricalSale sale, UUID paymentId, UUID journalId) {
        return new PaymentView(
                paymentId,
                system.merchantId(),
                sale.storeId(),
                null,
                sale.saleNumber(),
                PaymentState.SUCCEEDED,
                sale.amount(),
                Money.zero(sale.amount().currency()),
                null,
                List.of(new Tender(TenderKind.HISTORICAL, sale.amount(), null)),
                numbered(sale.lines()),
                sale.memberId(),
                null,
                system.name(),
                sale.occurredAt(),
                sale.businessDay(),
                journalId,
                null,
                0,
                0,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    /** The lines, numbered from 1. */
    private static List<PricedLine> numbered(List<PricedLine> lines) {
        List<PricedLine> numbered = new ArrayList<>(lines.size());
        for (PricedLine line : lines) {
            numbered.add(new PricedLine(
                    numbered.size() + 1,
                    line.productId(),
                    line.sku(),
                    line.text(),
                    line.category(),
                    line.quantity(),
                    line.unitAmount(),
                    line.amount()));
        }
        return numbered;
    }
}
