package org.walletcounter.notices.internal;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** The notices' clockwork: once an hour, messages go that have been kept for long enough. */
@Singleton
@Startup
@DependsOn("Migrating")
@RunAs("system")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NoticesTimers {

    @Inject
    OldMessages old;

    @Schedule(hour = "*", minute = "37", second = "50", persistent = false)
    void sweep() {
        try {
            while (old.sweep() > 0) {
                // There may be more.
            }
        } catch (RuntimeException failure) {
            NoticesLog.LOG.notSwept(failure);
        }
    }
}
