package org.walletcounter.transactions;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which payments to list; null leaves a condition out.
 *
 * @param from the first business day
 * @param to the last business day
 * @param text a sale number, or the beginning of one, a payment id or a receipt token
 * @param after the cursor of the page before
 * @param limit 1 to 200
 */
public record PaymentQuery(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable UUID storeId,
        @Nullable UUID tillId,
        @Nullable UUID memberId,
        @Nullable PaymentState state,
        @Nullable TenderKind tender,
        @Nullable String text,
        @Nullable String after,
        int limit) {}
