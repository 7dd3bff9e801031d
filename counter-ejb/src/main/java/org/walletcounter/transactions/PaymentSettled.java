package org.walletcounter.transactions;

import java.time.LocalDate;
import java.util.UUID;
import org.walletcounter.kernel.DomainEvent;

/**
 * A payment was answered, or money was given back. Fired after the commit on the node that did it: for screens, which may
 * miss one. What must not be missed goes through the outbox.
 *
 * @param what "paid", "refused", "refunded", "cancelled" or "topped-up"
 */
public record PaymentSettled(UUID paymentId, UUID merchantId, UUID storeId, LocalDate businessDay, String what)
        implements DomainEvent {}
