package org.walletcounter.transactions;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Page;

/**
 * The door to payments (支付). Every command carries the client's key; each is done at most once. Refuses with
 * {@link TransactionError}, or with a refusal of the modules it stands on. Thread-safe.
 */
public interface Transactions {

    /**
     * Takes a payment and answers when it is durable; no thread waits meanwhile. A request that breaks the form is refused
     * with a {@link CounterException}, thrown or through the stage, and nothing is recorded; a payment that is refused on
     * its merits (not enough money, limits, a used code) is recorded and answered with state REFUSED, and stays refused
     * under its key. What depends on the stage runs on one of the house's few working threads: keep it short.
     */
    CompletionStage<PaymentAnswer> pay(Actor actor, CommandKey key, PaymentRequest request);

    /**
     * What a sale costs this customer: the best legal price, with the reasons. Changes nothing. A payment with the same
     * lines, customer and wish is taken at this price, as long as what it was reckoned from still holds.
     */
    CheckoutQuote quote(Actor actor, CheckoutRequest request);

    /** Gives money back, part or all, each part to its source. Never more than is left, whoever else refunds meanwhile. */
    RefundView refund(Actor actor, RefundRequest request);

    /** What {@link #refund} would do now. Changes nothing. */
    RefundCalculation calculate(Actor actor, RefundRequest request);

    /**
     * Calls a payment of today back as a whole.
     *
     * @param tillId the till whose drawer cash comes out of; null for where the sale was paid
     */
    PaymentView cancel(Actor actor, UUID paymentId, String reason, @Nullable UUID tillId);

    /** Takes cash for a member's wallet. */
    TopUpView topUp(Actor actor, TopUpRequest request);

    /** A payment in the actor's scope. */
    PaymentView payment(Actor actor, UUID id);

    /** The payment that paid a sale, or its last refused attempt. */
    Optional<PaymentView> ofSale(Actor actor, String saleNumber);

    /** Payments, newest first, by cursor; where a last day is asked for, the latest business day first. */
    Page<PaymentView> find(Actor actor, PaymentQuery query);

    /** The payment behind a receipt's token: whoever has the token may see it. Names are masked. */
    Optional<PaymentView> receipt(String token);
}
