package org.walletcounter.ledger.internal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way into PostgreSQL: one array per column, to be unnested there, so that a statement takes any number of
 * them. Values are written as PostgreSQL reads them. Not thread-safe.
 */
final class Rows {

    private final List<String> types;
    private final List<List<@Nullable String>> columns = new ArrayList<>();

    Rows(String... types) {
        this(List.of(types));
    }

    /** No rows yet, of columns with these PostgreSQL types. */
    Rows(List<String> types) {
        this.types = types;
        for (int i = 0; i < types.size(); i++) {
            columns.add(new ArrayList<>());
        }
    }

    Rows add(@Nullable Object... values) {
        if (values.length != types.size()) {
            throw new IllegalArgumentException("A row of " + types.size() + " columns got " + values.length + ".");
        }
        for (int i = 0; i < values.length; i++) {
            columns.get(i).add(text(values[i]));
        }
        return this;
    }

    boolean isEmpty() {
        return columns.get(0).isEmpty();
    }

    int size() {
        return columns.get(0).size();
    }

    /** The call that unnests them: as many question marks as columns. */
    String unnest() {
        return "unnest(" + "?, ".repeat(types.size() - 1) + "?)";
    }

    List<Array> arrays(Connection connection) throws SQLException {
        List<Array> arrays = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            arrays.add(connection.createArrayOf(types.get(i), columns.get(i).toArray(String[]::new)));
        }
        return arrays;
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof byte[] bytes ? "\\x" + HexFormat.of().formatHex(bytes) : value.toString();
    }
}
