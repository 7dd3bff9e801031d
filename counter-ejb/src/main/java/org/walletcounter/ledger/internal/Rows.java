package org.walletcounter.ledger.internal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way into PostgreSQL: one array per column, to be unnested there, so that a statement takes any number of
 * them. Not thread-safe.
 */
final class Rows {

    private final List<Column> columns;
    private int size;

    Rows(String... types) {
        this(List.of(types));
    }

    /** No rows yet, of columns with these PostgreSQL types. */
    Rows(List<String> types) {
        this.columns = types.stream().map(Column::of).toList();
    }

    Rows add(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException("A row of " + columns.size() + " columns got " + values.length + ".");
        }
        for (int i = 0; i < values.length; i++) {
            columns.get(i).add(values[i]);
        }
        size++;
        return this;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** The call that unnests them: as many question marks as columns. */
    String unnest() {
        return "unnest(" + "?, ".repeat(columns.size() - 1) + "?)";
    }

    List<Array> arrays(Connection connection) throws SQLException {
        List<Array> arrays = new ArrayList<>(columns.size());
        for (Column column : columns) {
            arrays.add(column.array(connection));
        }
        return arrays;
    }
}
