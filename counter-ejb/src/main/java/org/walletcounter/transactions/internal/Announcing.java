package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.walletcounter.kernel.AfterCommit;
import org.walletcounter.transactions.PaymentSettled;

/** Tells screens what has happened, once it is durable. Whatever an observer does, the payment stands. */
@Dependent
class Announcing {

    private final Event<PaymentSettled> event;
    private final AfterCommit afterCommit;

    @Inject
    Announcing(Event<PaymentSettled> event, AfterCommit afterCommit) {
        this.event = event;
        this.afterCommit = afterCommit;
    }

    /** Tells now: it is durable. */
    void settled(PaymentSettled settled) {
        try {
            event.fire(settled);
        } catch (RuntimeException failure) {
            TransactionsLog.LOG.notAnnounced(settled.paymentId(), failure);
        }
    }

    /** Tells when the running transaction has been committed. */
    void settledWithTransaction(PaymentSettled settled) {
        afterCommit.run(() -> settled(settled));
    }
}
