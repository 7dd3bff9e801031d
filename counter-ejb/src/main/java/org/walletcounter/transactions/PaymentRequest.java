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
 * @param amount what the payer is to pay; must equal the basket's total where there is a basket
 * @param shown the payment code, card or token the customer showed; null when no member takes part
 * @param tenders at least one; their amounts sum to the amount
 */
public record PaymentRequest(
        UUID storeId,
        @Nullable UUID tillId,
        String saleNumber,
        List<BasketLine> lines,
        Money amount,
        @Nullable String shown,
        List<Tender> tenders) {}
