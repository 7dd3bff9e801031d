package org.walletcounter.ledger.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
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
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The ledger's clockwork: lapsing holds, the tail of free accounts, partitions of the months around. */
@Singleton
@Startup
@DependsOn("Migrating")
@RunAs("system")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LedgerTimers {

    @Resource(lookup = "java:jboss/datasources/CounterLedgerDS")
    DataSource own;

    @Inject
    Clock clock;

    @Nullable
    Housekeeping housekeeping;

    @PostConstruct
    void start() {
        housekeeping = new Housekeeping(own, clock);
        makePartitions();
    }

    @Schedule(hour = "*", minute = "7", persistent = false)
    void makePartitions() {
        try {
            int made = housekeeping().makePartitions();
            if (made > 0) {
                LedgerLog.LOG.partitionsMade(made);
            }
        } catch (SQLException failure) {
            LedgerLog.LOG.partitionsNotMade(failure);
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void foldTail() {
        try {
            housekeeping().foldTail();
        } catch (SQLException failure) {
            LedgerLog.LOG.housekeepingFailed("rolling up free accounts", failure);
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void expireHolds() {
        try {
            housekeeping().expireHolds();
        } catch (SQLException failure) {
            LedgerLog.LOG.housekeepingFailed("letting holds lapse", failure);
        }
    }

    private Housekeeping housekeeping() {
        if (housekeeping == null) {
            throw new IllegalStateException("The ledger's timers have not been started.");
        }
        return housekeeping;
    }
}
