package org.walletcounter.reporting.internal.rollups;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;

/**
 * Follows the books: rolls up what has arrived, then rests, at least half a second and five times as long as it worked, but
 * never more than five seconds. So a busy counter is rolled up in fewer, larger pieces: where a thousand stores sell, a piece
 * of eight thousand payments writes a fifth of the sums that pieces of two hundred and fifty do. What has not been rolled up
 * yet, readers add by themselves.
 * Every node has one; the database lets one work at a time.
 */
@Singleton
@Startup
@DependsOn("Migrating")
@RunAs("system")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RollingUp {

    private static final int ROWS_AT_ONCE = 60_000;
    private static final long REST_MILLIS = 500;
    private static final long REST_PER_WORK = 5;
    private static final long LONGEST_REST_MILLIS = 5_000;

    @Resource(lookup = "java:jboss/datasources/CounterDS")
    private DataSource books;

    @Resource
    private TimerService timers;

    @Inject
    private Clock clock;

    @PostConstruct
    void start() {
        rest(REST_MILLIS);
    }

    @Timeout
    void follow() {
        long start = clock.millis();
        try {
            new KeptSums(books).rollUp(ROWS_AT_ONCE);
        } catch (SQLException failure) {
            RollUpsLog.LOG.notRolledUp(failure);
        } finally {
            long rest = Math.min(LONGEST_REST_MILLIS, REST_PER_WORK * (clock.millis() - start));
            rest(Math.max(REST_MILLIS, rest));
        }
    }

    private void rest(long millis) {
        timers.createSingleActionTimer(millis, new TimerConfig(null, false));
    }
}
