package org.walletcounter.transactions;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;

/**
 * Money to give back (退款). It goes back to where it came from: to the wallet what came from the wallet, in cash what was
 * paid in cash; wallet first.
 *
 * @param amount how much, or null for all that is left
 * @param reason a code from the list: "returned", "damaged", "wrong-item", "overcharged", "goodwill", "other"
 * @param note more about it, for the record
 */
public record RefundRequest(
        UUID paymentId,
        @Nullable Money amount,
        String reason,
        @Nullable String note) {}
