package org.walletcounter.transactions;

import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;

/**
 * What a payment command is answered.
 *
 * @param json the payment as text, the same to the byte each time the same key asks
 * @param refusal why it was refused, for delivery to say in the caller's language; null when it was paid
 * @param replayed whether this key was answered before
 */
public record PaymentAnswer(
        PaymentView payment, String json, @Nullable CounterException refusal, boolean replayed) {}
