package org.walletcounter.reporting.internal.rollups;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.walletcounter.ledger.Finding;
import org.walletcounter.reporting.RollUpsView;

/** The roll-ups in the database. What is added up, and how, stands in the migrations. Thread-safe. */
class KeptSums {

    private static final String LOCK = "(hashtext('reporting.rollup'))";

    /** About so many rows are added up in one transaction: a few hundredths of a second. */
    private static final int ROWS_OF_A_PART = 400;

    /** About so many sales and refunds that campaigns had a part in are added up in one transaction. */
    private static final int SALES_OF_CAMPAIGNS = 1_000;

    private static final String WAITING =
            "SELECT merchant_id, sum(cardinality(ids)) FROM reporting.arrival GROUP BY 1 ORDER BY 2 DESC";

    private static final String STATE =
            "SELECT reporting.waiting() + (SELECT coalesce(sum(cardinality(ids)), 0) FROM reporting.priced_arrival) AS waiting,"
                    + " (SELECT greatest(reltuples, 0)::bigint FROM pg_class WHERE oid = 'reporting.rollup'::regclass) AS sums,"
                    + " b.started_at, b.ended_at, b.records, coalesce(b.failed, false) AS failed"
                    + " FROM (SELECT 1) one LEFT JOIN (SELECT * FROM reporting.rebuilding ORDER BY id DESC LIMIT 1) b ON true";

    private static final String DIFFERENCES =
            "SELECT * FROM reporting.differences() UNION ALL" + " SELECT * FROM reporting.campaign_differences()";

    private final DataSource books;

    KeptSums(DataSource books) {
        this.books = books;
    }

    /** Of whom something waits to be rolled up, who has the most first. */
    List<Turns.Waiting> waiting() throws SQLException {
        try (Connection connection = books.getConnection();
                PreparedStatement statement = connection.prepareStatement(WAITING);
                ResultSet row = statement.executeQuery()) {
            List<Turns.Waiting> merchants = new ArrayList<>();
            while (row.next()) {
                merchants.add(new Turns.Waiting(row.getObject(1, UUID.class), row.getLong(2)));
            }
            return merchants;
        }
    }

    /** Sorts what waits of a merchant by store; answers in how many parts it lies there, none if another node is at it. */
    int sort(UUID merchant) throws SQLException {
        try (Connection connection = books.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT reporting.sort_arrivals(?, ?, ?)")) {
            statement.setObject(1, merchant);
            statement.setInt(2, Turns.PIECE);
            statement.setInt(3, ROWS_OF_A_PART);
            return (int) number(statement);
        }
    }

    /** Rolls up a part of what waits of a merchant. */
    void rollUp(Turns.Part part) throws SQLException {
        try (Connection connection = books.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT reporting.roll_up(?, ?, ?)")) {
            statement.setInt(1, Turns.PIECE);
            statement.setObject(2, part.merchant());
            statement.setInt(3, part.number());
            number(statement);
        }
    }

    /** Rolls up some of what campaigns have done, for whichever merchant; answers how much, none if another node is at it. */
    long rollUpCampaigns() throws SQLException {
        try (Connection connection = books.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT reporting.roll_up_campaigns(?)")) {
            statement.setInt(1, SALES_OF_CAMPAIGNS);
            return number(statement);
        }
    }

    RollUpsView state() throws SQLException {
        try (Connection connection = books.getConnection();
                PreparedStatement statement = connection.prepareStatement(STATE);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new RollUpsView(
                    row.getLong("waiting"),
                    row.getLong("sums"),
                    moment(row, "started_at"),
                    moment(row, "ended_at"),
                    row.getObject("records", Long.class),
                    row.getBoolean("failed"));
        }
    }

    List<Finding> differences() throws SQLException {
        return atLeisure(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(DIFFERENCES);
                    ResultSet row = statement.executeQuery()) {
                List<Finding> findings = new ArrayList<>();
                while (row.next()) {
                    findings.add(new Finding("I15", row.getString(1), row.getString(2)));
                }
                return findings;
            }
        });
    }

    long begin(String orderedBy, Instant now) throws SQLException {
        try (Connection connection = books.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "INSERT INTO reporting.rebuilding (ordered_by, started_at) VALUES (?, ?) RETURNING id")) {
            statement.setString(1, orderedBy);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            return number(statement);
        }
    }

    void end(long rebuilding, @Nullable Long records, Instant now) throws SQLException {
        try (Connection connection = books.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "UPDATE reporting.rebuilding SET ended_at = ?, records = ?, failed = ? WHERE id = ?")) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setObject(2, records, java.sql.Types.BIGINT);
            statement.setBoolean(3, records == null);
            statement.setLong(4, rebuilding);
            statement.executeUpdate();
        }
    }

    /**
     * Makes the roll-ups again. The lock is taken before the snapshot, so that nobody rolls up in between; payments go on.
     */
    long refill() throws SQLException {
        return atLeisure(connection -> {
            run(connection, "SELECT pg_advisory_lock" + LOCK);
            try {
                return refill(connection);
            } finally {
                run(connection, "SELECT pg_advisory_unlock" + LOCK);
            }
        });
    }

    /** What reads everything may take hours: the data source's limit to a database's silence is not for it. */
    private <T> T atLeisure(Work<T> work) throws SQLException {
        try (Connection connection = books.getConnection()) {
            int silence = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, 0);
            try {
                return work.on(connection);
            } finally {
                connection.setNetworkTimeout(Runnable::run, silence);
            }
        }
    }

    /** Work on a connection. */
    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private static long refill(Connection connection) throws SQLException {
        int usual = connection.getTransactionIsolation();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT reporting.refill(), reporting.refill_campaigns()")) {
            long records = number(statement);
            connection.commit();
            return records;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(usual);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
