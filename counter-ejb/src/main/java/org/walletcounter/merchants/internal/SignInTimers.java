package org.walletcounter.merchants.internal;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/** Sweeps failed sign-ins that count no more. */
@Singleton
@Startup
@DependsOn("Migrating")
@RunAs("system")
@PermitAll
public class SignInTimers {

    @PersistenceContext(unitName = "counter")
    EntityManager database;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "*/15", second = "40", persistent = false)
    void sweep() {
        database.createNativeQuery("delete from merchants.sign_in_failure where failed_at <= :before")
                .setParameter("before", clock.instant().minus(SignInAttemptsBean.COUNTED))
                .executeUpdate();
    }
}
