package org.walletcounter.reporting.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a row of a query into what a template reads: money as exact decimals, texts that the typeface can print. */
class Row {

    private static final String MINOR = "_minor";

    private final int decimals;
    private final Typeface typeface;

    Row(int decimals, Typeface typeface) {
        this.decimals = decimals;
        this.typeface = typeface;
    }

    Map<String, @Nullable Object> read(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, @Nullable Object> values = new HashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnLabel(i);
            if (name.endsWith(MINOR)) {
                values.put(name.substring(0, name.length() - MINOR.length()), money(row.getBigDecimal(i)));
            } else {
                values.put(name, printable(row.getObject(i)));
            }
        }
        return values;
    }

    private @Nullable BigDecimal money(@Nullable BigDecimal minor) {
        return minor == null ? null : new BigDecimal(minor.toBigIntegerExact(), decimals);
    }

    private @Nullable Object printable(@Nullable Object value) {
        return value instanceof String text ? typeface.printable(text) : value;
    }
}
