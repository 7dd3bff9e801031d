package org.walletcounter.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.walletcounter.ledger.Finding;

/** Connections that give up a database which is silent for two seconds, as the server's own do after longer. */
public final class Impatient {

    private static final int SILENCE_SECONDS = 2;
    private static final String NAME = "impatient";

    private Impatient() {}

    /** Connects as the application does, through another port. */
    public static DataSource source(TestDatabase database, int port) {
        PGSimpleDataSource source = (PGSimpleDataSource) database.app();
        source.setPortNumbers(new int[] {port});
        source.setApplicationName(NAME);
        source.setSocketTimeout(SILENCE_SECONDS);
        return source;
    }

    /** Waits until one of these connections waits for a lock. */
    public static void awaitBlocked(TestDatabase database) throws SQLException {
        try (Connection connection = database.app().getConnection();
                var blocked = connection.prepareStatement("SELECT count(*) FROM pg_stat_activity WHERE"
                        + " datname = current_database() AND application_name = ? AND wait_event_type = 'Lock'")) {
            blocked.setString(1, NAME);
            long waiting = 0;
            while (waiting == 0) {
                try (var row = blocked.executeQuery()) {
                    row.next();
                    waiting = row.getLong(1);
                }
            }
        }
    }

    /** What a check finds that waits for a table until another reader of it, who came later, has given up. */
    public static List<Finding> outwaiting(
            TestDatabase database, String table, Function<DataSource, List<Finding>> check) throws Exception {
        DataSource source = source(database, ((PGSimpleDataSource) database.app()).getPortNumbers()[0]);
        try (Connection blocker = database.owner().getConnection();
                Statement lock = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            lock.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
            CompletableFuture<List<Finding>> found = CompletableFuture.supplyAsync(() -> check.apply(source));
            awaitBlocked(database);

            assertThatThrownBy(() -> read(source, table))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getSQLState()).startsWith("08"));
            assertThat(found).isNotDone();
            blocker.rollback();
            return found.get(10, TimeUnit.SECONDS);
        }
    }

    private static void read(DataSource source, String table) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement select = connection.createStatement()) {
            select.execute("SELECT count(*) FROM " + table);
        }
    }
}
