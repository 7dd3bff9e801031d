package org.walletcounter.members.internal;

import jakarta.annotation.PostConstruct;
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
import java.time.Duration;

/** Refuses to start without this installation's keys, and sweeps what has had its time. */
@Singleton
@Startup
@DependsOn("Migrating")
@RunAs("system")
@PermitAll
public class MembersHousekeeping {

    private static final Duration KEPT = Duration.ofDays(1);

    @PersistenceContext(unitName = "counter")
    EntityManager database;

    @Inject
    Vault vault;

    @Inject
    ProvingKeys proving;

    @Inject
    Clock clock;

    @PostConstruct
    void start() {
        vault.check();
        proving.prove(vault);
    }

    @Schedule(hour = "*", minute = "7", persistent = false)
    void sweep() {
        int rows = delete("members.session where ends_at < :before")
                + delete("members.sign_in_code where made_at < :before")
                + delete("members.attempt where at < :before");
        MembersLog.LOG.swept(rows);
    }

    private int delete(String what) {
        return database.createNativeQuery("delete from " + what)
                .setParameter("before", clock.instant().minus(KEPT))
                .executeUpdate();
    }
}
