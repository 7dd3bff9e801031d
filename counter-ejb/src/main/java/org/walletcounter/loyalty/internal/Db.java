package org.walletcounter.loyalty.internal;

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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.Checking;
import org.walletcounter.ledger.Finding;

/** Short SQL on a data source whose connections join the caller's transaction. Thread-safe. */
public final class Db {

    /** So many rows come over at a time where an answer may be long. */
    private static final int FETCH = 1_000;

    private final DataSource source;

    /** On a data source. */
    public Db(DataSource source) {
        this.source = source;
    }

    /** Makes something of a row. */
    @FunctionalInterface
    public interface Reader<T> {
        /** Reads the row that the result stands on. */
        T read(ResultSet row) throws SQLException;
    }

    /** All rows, of which there are few: the driver holds them all before the first is read. */
    public <T> List<T> list(Reader<T> reader, String sql, @Nullable Object... values) {
        List<T> all = new ArrayList<>();
        read(0, reader, all::add, sql, values);
        return all;
    }

    /**
     * Hands over one row after the other, however many there are; only so many are held at a time. Must be called
     * within a transaction: where each statement commits by itself, the driver reads all rows at once in spite of it.
     */
    public <T> void each(Reader<T> reader, Consumer<? super T> taker, String sql, @Nullable Object... values) {
        read(FETCH, reader, taker, sql, values);
    }

    /** Without a number to fetch at a time, all rows come at once. */
    private <T> void read(
            int fetch, Reader<T> reader, Consumer<? super T> taker, String sql, @Nullable Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement select = prepared(connection, sql, values)) {
            select.setFetchSize(fetch);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    taker.accept(reader.read(row));
                }
            }
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(Reader<T> reader, String sql, @Nullable Object... values) {
        return list(reader, sql, values).stream().findFirst();
    }

    /** A single number. */
    public long number(String sql, @Nullable Object... values) {
        return first(row -> row.getLong(1), sql, values).orElse(0L);
    }

    /** Changes rows and says how many. */
    public int change(String sql, @Nullable Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
    }

    /** Runs a check, on a connection of its own. */
    public List<Finding> check(String name, Checking check) {
        try {
            return Checking.alone(source, name, check);
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, bound(connection, values[i]));
        }
        return statement;
    }

    private static @Nullable Object bound(Connection connection, @Nullable Object value) throws SQLException {
        if (value instanceof Instant instant) {
            return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        if (value instanceof Collection<?> ids) {
            return connection.createArrayOf("uuid", ids.toArray());
        }
        if (value instanceof String[] texts) {
            return connection.createArrayOf("text", texts);
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }

    /** The column as a moment. */
    public static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The column as a moment, or null. */
    public static @Nullable Instant momentOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** The column as an id. */
    public static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static CounterException unavailable(SQLException failure) {
        String state = failure.getSQLState();
        boolean ours = state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
        CounterException refusal =
                new CounterException(ours ? KernelError.INTERNAL : KernelError.UNAVAILABLE, String.valueOf(state));
        refusal.initCause(failure);
        return refusal;
    }
}
