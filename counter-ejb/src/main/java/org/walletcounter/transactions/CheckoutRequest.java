package org.walletcounter.transactions;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.orders.BasketLine;

/**
 * A sale to be priced for a customer (结账报价).
 *
 * @param saleNumber the sale's own number: what is drawn by chance hangs on it, so that asking again draws nothing new
 * @param shown the payment code that the customer showed; asking does not use it up. Null for somebody unknown
 * @param tenders what the customer is going to pay with, as far as known
 * @param channel through what it is sold
 */
public record CheckoutRequest(
        UUID storeId,
        @Nullable UUID tillId,
        String saleNumber,
        List<BasketLine> lines,
        @Nullable String shown,
        Wish wish,
        Set<TenderKind> tenders,
        SalesChannel channel) {}
