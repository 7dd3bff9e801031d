package org.walletcounter.bench.goals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.walletcounter.bench.Measuring;
import org.walletcounter.bench.Sheet;
import org.walletcounter.bench.Stage;
import org.walletcounter.run.CannotRun;

/** What the server asks of the database for a payment, as PostgreSQL itself counts it. Counting costs, so it is a load apart. */
final class Statements {

    private static final int CONNECTIONS = 64;
    private static final int SHOWN = 20;
    private static final int WIDTH = 90;
    private static final String ALL = "SELECT s.query, s.calls, s.total_exec_time * 1000 AS micros, s.rows"
            + " FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid WHERE d.datname = 'counter'"
            + " AND s.toplevel ORDER BY s.total_exec_time DESC";
    private final List<Counted> counted = new ArrayList<>();
    private double things = 1;

    private record Counted(String query, double calls, double micros) {}

    void measure(Measuring measuring) {
        measure(
                measuring,
                () -> measuring
                        .closed(Stage.MANY, CONNECTIONS, measuring.settings().seconds())
                        .paid());
    }

    /** Counts during a load, which answers how many things it did. */
    void measure(Measuring measuring, LongSupplier load) {
        try (Connection connection = measuring.stage().connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
            statement.execute("ALTER SYSTEM SET pg_stat_statements.track = 'top'");
            statement.execute("SELECT pg_reload_conf()");
            statement.execute("SELECT pg_sleep(0.5), pg_stat_statements_reset()");
            things = Math.max(1, load.getAsLong());
            read(connection);
            statement.execute("ALTER SYSTEM SET pg_stat_statements.track = 'none'");
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException e) {
            throw new CannotRun("The statements could not be counted: " + e.getMessage(), e);
        }
    }

    private void read(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ALL);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String query = row.getString("query").replaceAll("\\s+", " ");
                counted.add(new Counted(query, row.getDouble("calls"), row.getDouble("micros")));
            }
        }
    }

    List<Sheet> sheets() {
        return sheets("payment");
    }

    /** A table whose figures are those of one thing. */
    List<Sheet> sheets(String thing) {
        if (counted.isEmpty()) {
            return List.of();
        }
        Sheet sheet = new Sheet(
                "Statements per " + thing,
                "All of the counter's database, housekeeping and the outbox included.",
                Sheet.Drawn.NOT,
                List.of("statement", "calls per " + thing, "µs per " + thing));
        sheet.row(
                "all",
                counted.stream().mapToDouble(Counted::calls).sum() / things,
                counted.stream().mapToDouble(Counted::micros).sum() / things);
        for (Counted each : counted.subList(0, Math.min(SHOWN, counted.size()))) {
            String query = each.query.length() > WIDTH ? each.query.substring(0, WIDTH) + " …" : each.query;
            sheet.row(query, each.calls / things, each.micros / things);
        }
        return List.of(sheet);
    }
}
