package org.walletcounter.promotions.internal.backtests;

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
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.walletcounter.promotions.Definitions;
import org.walletcounter.promotions.PastSales;
import org.walletcounter.promotions.Pricing;
import org.walletcounter.promotions.internal.tables.Tables;

/**
 * Gives the worker of this node its slices: one of a second, then half a second of rest, so that a back-test never takes more
 * than two thirds of one processor; when there is nothing to do, it looks again after two seconds.
 */
@Singleton
@Startup
@DependsOn("Migrating")
@RunAs("system")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BackTestTimer {

    private static final Duration SLICE = Duration.ofSeconds(1);
    private static final long REST_MILLIS = 500;
    private static final long IDLE_MILLIS = 2_000;

    @Resource(lookup = "java:jboss/datasources/CounterDS")
    DataSource database;

    @Resource
    TimerService timers;

    @Inject
    Definitions definitions;

    @Inject
    PastSales sales;

    @Inject
    Pricing pricing;

    @Inject
    Clock clock;

    private Worker worker;

    @PostConstruct
    void start() {
        worker = new Worker(new BackTestRows(new Tables(database), definitions), sales, pricing, clock);
        rest(IDLE_MILLIS);
    }

    @Timeout
    void work() {
        long pause = IDLE_MILLIS;
        try {
            pause = worker.work(SLICE) ? REST_MILLIS : IDLE_MILLIS;
        } catch (RuntimeException failure) {
            BackTestLog.LOG.sliceFailed(failure);
        } finally {
            rest(pause);
        }
    }

    private void rest(long millis) {
        timers.createSingleActionTimer(millis, new TimerConfig(null, false));
    }
}
