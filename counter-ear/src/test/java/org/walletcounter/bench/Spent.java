package org.walletcounter.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.walletcounter.run.CannotRun;

/**
 * What was spent up to a moment, or between two.
 *
 * @param server CPU of the server in microseconds
 * @param database CPU of PostgreSQL with all its processes in microseconds
 * @param generator CPU of the generator in microseconds
 * @param walBytes written to the database's log
 * @param commits transactions of the counter's database
 * @param allocated bytes allocated by the threads of the server
 */
public record Spent(
        double server, double database, double generator, double walBytes, double commits, double allocated) {

    private static final String DATABASE = "SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn,"
            + " (SELECT xact_commit FROM pg_stat_database WHERE datname = 'counter')";

    static Spent now(Stage stage, Generator generator) {
        try (Connection connection = stage.connect("counter");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(DATABASE)) {
            row.next();
            long server = stage.pid("server");
            return new Spent(
                    ProcessTree.cpuMicros(server),
                    ProcessTree.cpuMicros(stage.pid("postgresql")),
                    ProcessTree.cpuMicros(generator.pid()),
                    row.getDouble(1),
                    row.getDouble(2),
                    stage.serverAllocatedBytes());
        } catch (SQLException e) {
            throw new CannotRun("The database does not tell what it did: " + e.getMessage(), e);
        }
    }

    /** What was spent since then. */
    public Spent since(Spent before) {
        return new Spent(
                server - before.server,
                database - before.database,
                generator - before.generator,
                walBytes - before.walBytes,
                commits - before.commits,
                allocated - before.allocated);
    }

    /** The share of each of so many. */
    public Spent each(double count) {
        double n = Math.max(1, count);
        return new Spent(server / n, database / n, generator / n, walBytes / n, commits / n, allocated / n);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "CPU us: server %.0f database %.0f generator %.0f  WAL %.0f B  commits %.2f  allocated %.1f KiB",
                server,
                database,
                generator,
                walBytes,
                commits,
                allocated / 1024);
    }
}
