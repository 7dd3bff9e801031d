package org.walletcounter.promotions.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;

/** Statements on the module's tables. Joins the caller's transaction if there is one. Thread-safe. */
public final class Tables {

    private static final String TAKEN = "23505";

    /** What passes by itself: lost connections, aborted transactions, too little room, locks, a server that goes. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57");

    private final DataSource source;

    /** On a data source. */
    public Tables(DataSource source) {
        this.source = source;
    }

    /** Changes rows and says how many; what is unique and there already is refused as changed meanwhile. */
    public int change(String sql, @Nullable Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** Reads rows; also those that a change returns. */
    public <T> List<T> list(Reader<T> reader, String sql, @Nullable Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement select = prepared(connection, sql, values);
                ResultSet row = select.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (row.next()) {
                all.add(reader.read(row));
            }
            return all;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(Reader<T> reader, String sql, @Nullable Object... values) {
        return list(reader, sql, values).stream().findFirst();
    }

    /** An id of a row. */
    public static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /** A moment of a row, or null. */
    public static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    /**
     * The refusal of what the database has not done, with its cause. What is unique and there already was changed meanwhile;
     * what passes by itself is unavailable, also where a pool has no connection to give, which says no state; the rest is a
     * fault of ours.
     */
    public static CounterException failed(SQLException failure) {
        CounterException refusal = new CounterException(kind(failure.getSQLState()));
        refusal.initCause(failure);
        return refusal;
    }

    private static KernelError kind(@Nullable String state) {
        if (TAKEN.equals(state)) {
            return KernelError.CHANGED_MEANWHILE;
        }
        boolean passes = state == null || PASSING.stream().anyMatch(state::startsWith);
        return passes ? KernelError.UNAVAILABLE : KernelError.INTERNAL;
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Instant moment) {
                statement.setObject(i + 1, moment.atOffset(ZoneOffset.UTC));
            } else if (value instanceof List<?> texts) {
                statement.setArray(i + 1, connection.createArrayOf("text", texts.toArray()));
            } else {
                statement.setObject(i + 1, value);
            }
        }
        return statement;
    }

    /** Reads a row. */
    @FunctionalInterface
    public interface Reader<T> {
        /** What a row says. */
        T read(ResultSet row) throws SQLException;
    }
}
