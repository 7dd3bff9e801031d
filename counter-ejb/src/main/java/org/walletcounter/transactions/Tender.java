package org.walletcounter.transactions;

import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;

/**
 * One part of a payment (支付明细).
 *
 * @param amount what it covers of the sale
 * @param received for cash, what the customer handed over; the change is received less amount
 */
public record Tender(
        TenderKind kind, Money amount, @Nullable Money received) {}
