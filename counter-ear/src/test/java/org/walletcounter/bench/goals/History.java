package org.walletcounter.bench.goals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.walletcounter.bench.Stage;
import org.walletcounter.run.CannotRun;

/** The year before today, made by {@code history.sql}: the rows that as many taken payments would have left. */
final class History {

    private static final int DAYS = 355;
    private static final int ROLLED_UP_AT_ONCE = 200_000;
    private final Stage stage;

    History(Stage stage) {
        this.stage = stage;
    }

    /** How many payments lie on disk. */
    long payments() {
        try (Connection connection = stage.connect("counter")) {
            return payments(connection);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Adds what is missing. */
    void growTo(long wanted) {
        try (Connection connection = stage.connect("counter");
                Statement statement = connection.createStatement();
                InputStream script = Objects.requireNonNull(Stage.class.getResourceAsStream("history.sql"))) {
            long missing = wanted - payments(connection);
            if (missing <= 0) {
                return;
            }
            LocalDate last = LocalDate.now(ZoneOffset.UTC).minusDays(1);
            LocalDate middle = last.minusDays(DAYS / 2);
            LocalDate first = last.minusDays(DAYS);
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            statement.execute("SET jit = off");
            statement.execute("CALL bench.open_history(date '" + first + "', date '" + last + "')");
            CompletableFuture<Void> older =
                    CompletableFuture.runAsync(() -> sell(missing / 2, first, middle.minusDays(1)));
            sell(missing - missing / 2, middle, last);
            older.join();
            statement.execute("CALL bench.close_history(date '" + first + "')");
            rollUp(statement);
            statement.execute("VACUUM ANALYZE");
            statement.execute("CHECKPOINT");
        } catch (SQLException | IOException e) {
            throw failed(e);
        }
    }

    /** On a connection of its own, so that each half of the year has a processor to itself. */
    private void sell(long payments, LocalDate first, LocalDate last) {
        try (Connection connection = stage.connect("counter");
                Statement statement = connection.createStatement()) {
            statement.execute("SET jit = off");
            statement.execute("CALL bench.sell(" + payments + ", date '" + first + "', date '" + last + "')");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** What the server's own follower, which leaves the processors to payments, would need an hour for. */
    private static void rollUp(Statement statement) throws SQLException {
        boolean more = true;
        while (more) {
            statement.execute(
                    "SELECT CASE WHEN reporting.roll_up(" + ROLLED_UP_AT_ONCE + ") = 0 THEN pg_sleep(0.2) END");
            try (ResultSet row = statement.executeQuery("SELECT reporting.waiting() > 0")) {
                row.next();
                more = row.getBoolean(1);
            }
        }
    }

    private static long payments(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM transactions.payment")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static CannotRun failed(Exception e) {
        return new CannotRun("The history could not be made: " + e.getMessage(), e);
    }
}
