package org.walletcounter.imports.internal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns rows into columns: one array per column, for statements that insert a whole set with {@code unnest}. */
final class Rows<T> {

    private final Connection connection;
    private final List<T> rows;

    Rows(Connection connection, List<T> rows) {
        this.connection = connection;
        this.rows = rows;
    }

    /** A column of a PostgreSQL type. */
    Array column(String type, Function<T, @Nullable Object> value) throws SQLException {
        Object[] values = new Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(rows.get(i));
        }
        return connection.createArrayOf(type, values);
    }
}
