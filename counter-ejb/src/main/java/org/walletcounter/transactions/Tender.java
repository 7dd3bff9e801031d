package org.walletcounter.transactions;

import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;

/**
 * One part of a payment (支付明细).
 *
 * @param amount what it covers of the sale
 * @param received for cash, what the customer handed over; the change is received less amount less rounding
 * @param rounding for cash, what is paid more than the amount because the smallest coins are gone, in minor units; below zero
 *     for less. The counter reckons it; what a request says of it does not count
 */
public record Tender(
        TenderKind kind, Money amount, @Nullable Money received, long rounding) {

    /** Without any rounding. */
    public Tender(TenderKind kind, Money amount, @Nullable Money received) {
        this(kind, amount, received, 0);
    }

    /** What is handed over, less the change. */
    public Money paid() {
        return Money.of(amount.minor() + rounding, amount.currency());
    }
}
