package org.walletcounter.kernel.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Looks into the outbox each second and empties it. The next look is arranged when the one before has ended, so that it
 * never runs into itself. Every node has a worker; they do not get in each other's way.
 */
@Singleton
@Startup
@DependsOn("Migrating")
@RunAs("system")
@PermitAll
@Lock(LockType.READ)
public class OutboxWorker {

    private static final int PAGE = 1_000;
    private static final long PAUSE_MILLIS = 1_000;

    @Inject
    OutboxDelivery delivery;

    @Resource
    TimerService timers;

    @PostConstruct
    void lookAgain() {
        timers.createSingleActionTimer(PAUSE_MILLIS, new TimerConfig(null, false));
    }

    @Timeout
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void empty() {
        try {
            while (new OutboxWalk(delivery, delivery.topics(), PAGE).go()) {
                // There may be more.
            }
        } catch (Exception failure) {
            KernelLog.LOG.outboxUnreadable(failure);
        } finally {
            lookAgain();
        }
    }
}
