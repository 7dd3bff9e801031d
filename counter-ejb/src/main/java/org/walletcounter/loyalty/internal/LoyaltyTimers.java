package org.walletcounter.loyalty.internal;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.ledger.LedgerError;

/** The points' clockwork: every few seconds, whoever has something due is brought up to date, each for itself. */
@Singleton
@Startup
@DependsOn("Migrating")
@RunAs("system")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LoyaltyTimers {

    private static final int ROUND = 500;

    @Inject
    PointsGround ground;

    @Inject
    PointsUpkeep upkeep;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void tidy() {
        try {
            List<PointsReading.Due> due = ground.points().reading.due(clock.instant(), ROUND);
            due.forEach(this::tidy);
            if (!due.isEmpty()) {
                LoyaltyLog.LOG.tidied(due.size());
            }
        } catch (RuntimeException failure) {
            LoyaltyLog.LOG.roundFailed("points", failure);
        }
    }

    private void tidy(PointsReading.Due due) {
        try {
            upkeep.tidy(due.programmeId(), due.memberId());
        } catch (CounterException refused) {
            if (refused.error() == LedgerError.INSUFFICIENT_FUNDS) {
                LoyaltyLog.LOG.spentMeanwhile(due.memberId());
            } else {
                LoyaltyLog.LOG.notTidied(due.memberId(), due.programmeId(), refused);
            }
        } catch (RuntimeException failure) {
            LoyaltyLog.LOG.notTidied(due.memberId(), due.programmeId(), failure);
        }
    }
}
