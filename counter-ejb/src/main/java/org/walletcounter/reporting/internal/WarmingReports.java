package org.walletcounter.reporting.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
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
import javax.sql.DataSource;
import org.walletcounter.reporting.Reports;

/** Reads the board and prints each report for nobody, some time after the start, so that no reader pays for what is only needed once. */
@Singleton
@Startup
@DependsOn("Migrating")
@RunAs("system")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WarmingReports {

    private static final long AFTER_THE_START_MILLIS = 20_000;

    @Resource
    private TimerService timers;

    @Resource(lookup = "java:jboss/datasources/CounterReadDS")
    private DataSource books;

    @Inject
    private Reports reports;

    @Inject
    private Clock clock;

    @PostConstruct
    void start() {
        timers.createSingleActionTimer(AFTER_THE_START_MILLIS, new TimerConfig(null, false));
    }

    @Timeout
    void warmUp() {
        try {
            new BoardQuery(books).warmUp(clock.instant());
            reports.warmUp();
        } catch (RuntimeException failure) {
            ReportingLog.LOG.notWarm(failure);
        }
    }
}
