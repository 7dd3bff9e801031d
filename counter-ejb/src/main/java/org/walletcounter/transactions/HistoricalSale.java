package org.walletcounter.transactions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.orders.PricedLine;

/**
 * A sale that was paid before the counter was there (历史销售). It is booked as a payment with one tender of kind
 * {@link TenderKind#HISTORICAL}, at its own time and with its own prices.
 *
 * @param saleNumber the merchant's own number of the sale; booked at most once, for ever
 * @param businessDay the merchant's day it counts for
 * @param memberId who bought, if known
 * @param lines what was sold, in order; they are numbered anew from 1
 * @param amount above zero; the sum of the lines
 */
public record HistoricalSale(
        UUID storeId,
        String saleNumber,
        Instant occurredAt,
        LocalDate businessDay,
        @Nullable UUID memberId,
        List<PricedLine> lines,
        Money amount) {}
