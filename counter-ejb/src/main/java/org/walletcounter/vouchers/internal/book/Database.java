package org.walletcounter.vouchers.internal.book;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.Checking;
import org.walletcounter.ledger.Finding;

/** Sends statements in the caller's transaction. A list of ids or numbers is sent as an array. Thread-safe. */
@Dependent
public class Database {

    /** What passes by itself: lost connections, aborted transactions, too little room, locks, a server that goes. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57");

    @Resource(lookup = "java:jboss/datasources/CounterDS")
    @SuppressWarnings("NullAway.Init")
    DataSource source;

    /** Statements over a source of connections that are already in the caller's transaction. */
    public static Database over(DataSource source) {
        Database database = new Database();
        database.source = source;
        return database;
    }

    /** Makes something of one row. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    public <T> List<T> list(String sql, Reading<T> reading, @Nullable Object... arguments) {
        try (Connection connection = source.getConnection();
                PreparedStatement select = prepared(connection, sql, arguments);
                ResultSet row = select.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (row.next()) {
                found.add(reading.of(row));
            }
            return found;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    public <T> Optional<T> first(String sql, Reading<T> reading, @Nullable Object... arguments) {
        return list(sql, reading, arguments).stream().findFirst();
    }

    public long number(String sql, @Nullable Object... arguments) {
        return first(sql, row -> row.getLong(1), arguments).orElse(0L);
    }

    public int change(String sql, @Nullable Object... arguments) {
        try (Connection connection = source.getConnection();
                PreparedStatement update = prepared(connection, sql, arguments)) {
            return update.executeUpdate();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** Runs a check, on a connection of its own. */
    public List<Finding> check(String name, Checking check) {
        try {
            return Checking.alone(source, name, check);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object[] arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < arguments.length; i++) {
                bind(connection, statement, i + 1, arguments[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException failure) {
            statement.close();
            throw failure;
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int place, @Nullable Object value)
            throws SQLException {
        if (value instanceof Instant moment) {
            statement.setObject(place, moment.atOffset(ZoneOffset.UTC));
        } else if (value instanceof Collection<?> many) {
            String type = many.stream()
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(Database::type)
                    .orElse("uuid");
            statement.setArray(place, connection.createArrayOf(type, many.toArray()));
        } else if (value instanceof Enum<?> constant) {
            statement.setString(place, constant.name());
        } else {
            statement.setObject(place, value);
        }
    }

    private static String type(Object value) {
        if (value instanceof UUID) {
            return "uuid";
        }
        return value instanceof Number ? "int8" : "text";
    }

    public static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    public static Instant requiredMoment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Long number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }

    public static @Nullable Integer count(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    public static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static @Nullable UUID optionalId(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /** A pool that has no connection to give says so without a state. */
    private static CounterException failed(SQLException failure) {
        String state = failure.getSQLState();
        boolean away = state == null || PASSING.stream().anyMatch(state::startsWith);
        CounterException refusal =
                new CounterException(away ? KernelError.UNAVAILABLE : KernelError.INTERNAL, String.valueOf(state));
        refusal.initCause(failure);
        return refusal;
    }
}
