package org.walletcounter.web.api.transactions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.walletcounter.kernel.Actor;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.transactions.PaymentView;

/** Makes receipts of payments. */
@ApplicationScoped
class Receipts {

    @Inject
    Merchants merchants;

    Receipt of(PaymentView payment) {
        MerchantView merchant = merchants.merchant(payment.merchantId());
        StoreView store = merchants.store(Actor.system(payment.merchantId()), payment.storeId());
        return new Receipt(
                new Receipt.Seller(
                        merchant.nameEn(), merchant.nameZh(), merchant.zone().getId()),
                new Receipt.Shop(store.nameEn(), store.nameZh(), store.address()),
                payment.saleNumber(),
                payment.state(),
                payment.amount(),
                payment.refunded(),
                payment.tenders(),
                payment.lines().stream()
                        .map(line -> new Receipt.Line(
                                line.line(),
                                line.sku(),
                                line.text(),
                                line.quantity(),
                                line.unitAmount(),
                                line.amount()))
                        .toList(),
                payment.pricing(),
                payment.taxes(),
                payment.pointsEarned(),
                payment.memberName(),
                payment.cashier(),
                payment.occurredAt(),
                payment.businessDay(),
                payment.refunds().stream()
                        .map(refund -> new Receipt.Returned(refund.amount(), refund.occurredAt(), refund.tenders()))
                        .toList());
    }
}
