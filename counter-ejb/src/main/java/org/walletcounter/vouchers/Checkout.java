package org.walletcounter.vouchers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sale that is about to be paid with vouchers.
 *
 * @param journalId the payment's journal, made by the caller
 * @param memberId the payer, if known
 */
public record Checkout(
        UUID journalId, Place place, @Nullable UUID memberId, When when, List<Use> uses) {

    /** Where it is paid. */
    public record Place(UUID merchantId, UUID storeId, String saleNumber) {}

    /** When it is paid. */
    public record When(Instant at, LocalDate businessDay) {}
}
