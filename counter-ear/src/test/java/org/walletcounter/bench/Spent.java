package org.walletcounter.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.walletcounter.run.CannotRun;

/**
 * What was spent up to a moment, or between two: CPU by process tree, WAL and transactions of the database.
 *
 * @param server CPU of the server in microseconds, as the others
 * @param walBytes written to the log
 * @param commits transactions of the counter's database
 */
record Spent(double server, double database, double generator, double walBytes, double commits) {

    static Spent now(Stage stage, Generator generator) {
        try (Connection connection = stage.connect("counter");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn,"
                        + " (SELECT xact_commit FROM pg_stat_database WHERE datname = 'counter')")) {
            row.next();
            return new Spent(
                    ProcessTree.cpuMicros(stage.pid("server")),
                    ProcessTree.cpuMicros(stage.pid("postgresql")),
                    ProcessTree.cpuMicros(generator.pid()),
                    row.getDouble(1),
                    row.getDouble(2));
        } catch (SQLException e) {
            throw new CannotRun("The database does not tell what it did: " + e.getMessage(), e);
        }
    }

    Spent since(Spent before) {
        return new Spent(
                server - before.server,
                database - before.database,
                generator - before.generator,
                walBytes - before.walBytes,
                commits - before.commits);
    }

    String perPayment(Load load) {
        double n = Math.max(1, load.paid());
        return String.format(
                Locale.ROOT,
                "CPU us: server %.0f database %.0f generator %.0f  WAL %.0f B  commits %.2f",
                server / n,
                database / n,
                generator / n,
                walBytes / n,
                commits / n);
    }
}
