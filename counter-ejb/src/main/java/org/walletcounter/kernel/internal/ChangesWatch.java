package org.walletcounter.kernel.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
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
import java.sql.SQLException;
import javax.sql.DataSource;

/** Looks once a second which subjects have changed, on whatever node it was. */
@Singleton
@Startup
@DependsOn("Migrating")
@PermitAll
@Lock(LockType.READ)
public class ChangesWatch {

    private static final long PAUSE_MILLIS = 1_000;

    @Resource(lookup = "java:jboss/datasources/CounterDS")
    DataSource database;

    @Resource
    TimerService timers;

    @Inject
    HeardChanges changes;

    @PostConstruct
    void lookAgain() {
        timers.createSingleActionTimer(PAUSE_MILLIS, new TimerConfig(null, false));
    }

    @Timeout
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void look() {
        try {
            changes.look(database);
        } catch (SQLException away) {
            KernelLog.LOG.changesUnreadable(away);
        } finally {
            lookAgain();
        }
    }
}
