package org.walletcounter.transactions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.orders.PricedLine;

/**
 * Goods that came back before the counter was there (历史退货). It is booked as a refund to
 * {@link TenderKind#HISTORICAL}.
 *
 * @param number the merchant's own number of the return; booked at most once, for ever
 * @param saleNumber the sale it returns from, or null when that sale is not in the books
 * @param businessDay the merchant's day it counts for
 * @param memberId who brought it back, if known
 * @param lines what came back, with quantities and amounts above zero; they are numbered anew from 1
 * @param amount above zero; the sum of the lines
 */
public record HistoricalReturn(
        UUID storeId,
        String number,
        @Nullable String saleNumber,
        Instant occurredAt,
        LocalDate businessDay,
        @Nullable UUID memberId,
        List<PricedLine> lines,
        Money amount) {}
