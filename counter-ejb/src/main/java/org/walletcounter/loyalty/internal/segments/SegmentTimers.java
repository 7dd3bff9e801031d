package org.walletcounter.loyalty.internal.segments;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.walletcounter.loyalty.internal.LoyaltyLog;

/** The segments' clockwork: makes the snapshots that were asked for. */
@Singleton
@Startup
@DependsOn("Migrating")
@RunAs("system")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SegmentTimers {

    @Inject
    SnapshotSteps steps;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void make() {
        try {
            new MakingSnapshots(steps).all();
        } catch (RuntimeException failure) {
            LoyaltyLog.LOG.roundFailed("segments", failure);
        }
    }
}
