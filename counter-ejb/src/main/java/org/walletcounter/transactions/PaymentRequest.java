package org.walletcounter.transactions;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.orders.BasketLine;

/**
 * A payment to take.
 *
 * @param storeId where
 * @param tillId at which till, or null from an integration
 * @param saleNumber the merchant's own number of the sale; paid at most once, for ever
 * @param lines the basket; may be empty when only an amount is paid
 * @param amount what the payer is to pay; must equal what the basket costs where there is a basket
 * @param shown the payment code that the customer showed; null when no member takes part
 * @param tenders their amounts sum to the amount; none where vouchers and points pay for all of it
 * @param wish how the basket is priced; null: at list prices, without promotions, vouchers and points
 * @param channel through what it is sold: as it was said when the price was asked
 */
public record PaymentRequest(
        UUID storeId,
        @Nullable UUID tillId,
        String saleNumber,
        List<BasketLine> lines,
        Money amount,
        @Nullable String shown,
        List<Tender> tenders,
        @Nullable Wish wish,
        SalesChannel channel) {

    /** A payment at list prices. */
    public PaymentRequest(
            UUID storeId,
            @Nullable UUID tillId,
            String saleNumber,
            List<BasketLine> lines,
            Money amount,
            @Nullable String shown,
            List<Tender> tenders) {
        this(storeId, tillId, saleNumber, lines, amount, shown, tenders, null, SalesChannel.TILL);
    }

    /** The same, paid with these. */
    public PaymentRequest with(List<Tender> others) {
        return new PaymentRequest(storeId, tillId, saleNumber, lines, amount, shown, others, wish, channel);
    }
}
