package org.walletcounter.kernel.internal;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks into the outbox each second and empties it. Every node has one; they do not get in each other's way. */
@Singleton
@Startup
@DependsOn("Migrating")
@RunAs("system")
@Lock(LockType.READ)
public class OutboxWorker {

    private static final int AT_ONCE = 100;

    @Inject
    OutboxDelivery delivery;

    private final AtomicBoolean working = new AtomicBoolean();

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void empty() {
        if (!working.compareAndSet(false, true)) {
            return;
        }
        try {
            List<Long> due = delivery.due(AT_ONCE);
            while (!due.isEmpty()) {
                for (long id : due) {
                    deliver(id);
                }
                due = delivery.due(AT_ONCE);
            }
        } catch (Exception failure) {
            KernelLog.LOG.outboxUnreadable(failure);
        } finally {
            working.set(false);
        }
    }

    private void deliver(long id) throws Exception {
        try {
            delivery.deliver(id);
        } catch (Exception refused) {
            delivery.postpone(id, refused);
        }
    }
}
