package org.walletcounter.transactions.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.walletcounter.transactions.PaymentSettled;

/** Tells screens what has happened, once it is durable. Whatever an observer does, the payment stands. */
@Dependent
class Announcing {

    private final Event<PaymentSettled> event;

    @Resource
    private TransactionSynchronizationRegistry transactions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Announcing(Event<PaymentSettled> event) {
        this.event = event;
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
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing is durable yet.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    settled(settled);
                }
            }
        });
    }
}
