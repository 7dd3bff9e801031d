package org.walletcounter.transactions.internal.checkout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The payment that a sale is paid with: its ids, made beforehand, its sale, its customer and its moment. */
public record Occasion(
        Ids ids, UUID storeId, String saleNumber, @Nullable UUID memberId, When when) {

    /** The ids of the payment and its journal. */
    public record Ids(UUID payment, UUID journal) {}

    /** The moment, and the business day it counts for. */
    public record When(Instant at, LocalDate day) {}
}
