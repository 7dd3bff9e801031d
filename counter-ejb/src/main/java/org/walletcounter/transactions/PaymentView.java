package org.walletcounter.transactions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.orders.PricedLine;

/**
 * A payment as it stands (支付单).
 *
 * @param refusal the stable code of the refusal, or null
 * @param cashier who took it, by name
 * @param memberName masked
 * @param receiptToken what the receipt's address is made of; null unless it succeeded
 * @param pointsEarned points that the payment earned
 * @param pricing how its price came about; null where nothing was taken off and nothing given besides
 * @param taxes the tax in the amount, by rate; none where the merchant has no tax rates
 * @param returned the pieces that have come back by their lines; what came back as an amount is of no line
 * @param tookMillis from the request's arrival to the durable answer
 */
public record PaymentView(
        UUID id,
        UUID merchantId,
        UUID storeId,
        @Nullable UUID tillId,
        String saleNumber,
        PaymentState state,
        Money amount,
        Money refunded,
        @Nullable String refusal,
        List<Tender> tenders,
        List<PricedLine> lines,
        @Nullable UUID memberId,
        @Nullable String memberName,
        String cashier,
        Instant occurredAt,
        LocalDate businessDay,
        @Nullable UUID journalId,
        @Nullable String receiptToken,
        int tookMillis,
        long pointsEarned,
        @Nullable SalePricing pricing,
        List<SaleTax> taxes,
        List<RefundView> refunds,
        List<Returned> returned) {

    /** How many pieces of a line have come back. */
    public int returnedOf(int line) {
        return returned.stream()
                .filter(each -> each.line() == line)
                .mapToInt(Returned::quantity)
                .sum();
    }
}
