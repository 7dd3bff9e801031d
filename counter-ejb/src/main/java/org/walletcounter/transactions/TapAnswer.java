package org.walletcounter.transactions;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Money;

/**
 * What became of a tap.
 *
 * @param repeated whether it had been answered before; this is that answer again
 * @param paymentId the payment it is part of: of all taps of a gate in a quarter of an hour that came together
 * @param balance what the wallet holds after it; known to the first answer only
 * @param refusal why nothing was taken; null when it was accepted
 */
public record TapAnswer(
        UUID id,
        boolean repeated,
        @Nullable UUID paymentId,
        @Nullable Money balance,
        @Nullable CounterException refusal) {}
