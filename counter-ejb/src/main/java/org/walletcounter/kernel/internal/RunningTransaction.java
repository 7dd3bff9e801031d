package org.walletcounter.kernel.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.walletcounter.kernel.AfterCommit;

/** The container's transaction. */
@ApplicationScoped
class RunningTransaction implements AfterCommit {

    @Resource
    TransactionSynchronizationRegistry transactions;

    @Override
    public void run(Runnable act) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing is durable yet.
            }

            @Override
            public void afterCompletion(int status) {
                if (status != Status.STATUS_ROLLEDBACK) {
                    act.run();
                }
            }
        });
    }
}
