package org.walletcounter.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of the counter on a real PostgreSQL, migrated as in production. One embedded server runs per JVM and ends
 * with it. Tests share {@link #shared()} and keep out of each other's way by working for a merchant of their own; a test
 * that breaks something takes a {@link #fresh()} database.
 */
public final class TestDatabase {

    private static final String OWNER = "counter_owner";
    private static final String APP = "counter_app";
    private static final String MODEL = "counter_model";
    private static final AtomicInteger COPIES = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** The database that all tests of this JVM share. */
    public static TestDatabase shared() {
        return Shared.DATABASE;
    }

    /** A migrated database that nobody else uses. */
    public static TestDatabase fresh() {
        String copy = "counter_" + COPIES.incrementAndGet();
        Server.run("CREATE DATABASE " + copy + " TEMPLATE " + MODEL + " OWNER " + OWNER);
        return new TestDatabase(copy);
    }

    /** Connects as the application does: rows, but no tables, and no change of what is booked. */
    public DataSource app() {
        return source(name, APP);
    }

    /** Connects as the owner of all tables. */
    public DataSource owner() {
        return source(name, OWNER);
    }

    /** A merchant that no other test knows. It has no row in the merchants' tables. */
    public UUID newMerchant() {
        return UUID.randomUUID();
    }

    /** Runs statements as the owner. */
    public void asOwner(String... statements) {
        run(owner(), statements);
    }

    private static void run(DataSource source, String... statements) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The test database refuses: " + String.join("; ", statements), failed);
        }
    }

    private static DataSource source(String database, String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"localhost"});
        source.setPortNumbers(new int[] {Server.POSTGRES.getPort()});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setReWriteBatchedInserts(true);
        return source;
    }

    /** The one server of this JVM, with the roles and the migrated model that databases are copied from. */
    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = start();

        static {
            run("CREATE ROLE " + OWNER + " LOGIN", "CREATE ROLE " + APP + " LOGIN");
            run("CREATE DATABASE " + MODEL + " OWNER " + OWNER);
            Flyway.configure()
                    .dataSource(source(MODEL, OWNER))
                    .locations("classpath:db/migration")
                    .placeholders(Map.of("app", APP))
                    .load()
                    .migrate();
        }

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "100")
                        .setServerConfig("fsync", System.getProperty("counter.test.fsync", "off"))
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop-test-database"));
                return server;
            } catch (IOException failed) {
                throw new UncheckedIOException("The embedded PostgreSQL does not start.", failed);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException failed) {
                throw new UncheckedIOException("The embedded PostgreSQL does not stop.", failed);
            }
        }

        private static void run(String... statements) {
            TestDatabase.run(POSTGRES.getPostgresDatabase(), statements);
        }
    }

    private static final class Shared {
        private static final TestDatabase DATABASE = fresh();
    }
}
