package org.walletcounter.transactions;

/**
 * What a payment command is answered.
 *
 * @param json the payment as text, the same to the byte each time the same key asks
 * @param replayed whether this key was answered before
 */
public record PaymentAnswer(PaymentView payment, String json, boolean replayed) {}
