package org.walletcounter.transactions;

import java.time.Instant;
import java.util.UUID;
import org.walletcounter.kernel.Money;

/**
 * A top-up that was booked.
 *
 * @param balance the wallet's balance after it
 */
public record TopUpView(UUID journalId, UUID memberId, Money amount, Money balance, Instant occurredAt) {}
