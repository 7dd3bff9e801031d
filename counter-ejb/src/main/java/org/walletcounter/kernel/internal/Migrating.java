package org.walletcounter.kernel.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings the database to the version of this application before anything else touches it. Beans that start with the
 * application and need the tables say {@code @DependsOn("Migrating")}. Works as the owner of the tables, while the
 * application itself has the lesser rights of its own role. Several nodes may start at once: Flyway lets one do the work.
 * After a power cut the database may be up later than the server: it is waited for, some two minutes.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Migrating {

    private static final int CONNECT_RETRIES = 24;
    private static final int CONNECT_RETRIES_SECONDS = 5;

    @Resource(lookup = "java:jboss/datasources/CounterOwnerDS")
    DataSource owner;

    @PostConstruct
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void migrate() {
        String app = ConfigProvider.getConfig()
                .getOptionalValue("counter.database.app-role", String.class)
                .orElse("counter_app");
        MigrateResult result = Flyway.configure(Migrating.class.getClassLoader())
                .dataSource(owner)
                .connectRetries(CONNECT_RETRIES)
                .connectRetriesInterval(CONNECT_RETRIES_SECONDS)
                .locations("classpath:db/migration")
                .schemas("flyway")
                .placeholders(Map.of("app", app))
                .load()
                .migrate();
        String version = result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion;
        KernelLog.LOG.migrated(version == null ? "none" : version, result.migrationsExecuted);
    }
}
