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
import org.walletcounter.reporting.Reports;

/** Prints each report once for nobody, some time after the start, so that no reader pays for what is only needed once. */
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

    @Inject
    private Reports reports;

    @PostConstruct
    void start() {
        timers.createSingleActionTimer(AFTER_THE_START_MILLIS, new TimerConfig(null, false));
    }

    @Timeout
    void warmUp() {
        try {
            reports.warmUp();
        } catch (RuntimeException failure) {
            ReportingLog.LOG.notWarm(failure);
        }
    }
}
