package org.walletcounter.reporting.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.walletcounter.reporting.HouseCategory;

/**
 * Turns a row of a query into what a template reads: money as exact decimals, categories by the names that people read,
 * texts that the typeface can print.
 */
class Row {

    private static final String MINOR = "_minor";

    /** A column with this ending takes the place of the one before it without the ending, wherever it is not null. */
    private static final String CATEGORY = "_category";

    private final int decimals;
    private final String language;
    private final Typeface typeface;

    Row(int decimals, String language, Typeface typeface) {
        this.decimals = decimals;
        this.language = language;
        this.typeface = typeface;
    }

    Map<String, @Nullable Object> read(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, @Nullable Object> values = new HashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnLabel(i);
            if (name.endsWith(MINOR)) {
                values.put(without(MINOR, name), money(row.getBigDecimal(i)));
            } else if (name.endsWith(CATEGORY)) {
                String category = row.getString(i);
                if (category != null) {
                    values.put(without(CATEGORY, name), printable(HouseCategory.named(category, language)));
                }
            } else {
                values.put(name, printable(row.getObject(i)));
            }
        }
        return values;
    }

    private static String without(String ending, String name) {
        return name.substring(0, name.length() - ending.length());
    }

    private @Nullable BigDecimal money(@Nullable BigDecimal minor) {
        return minor == null ? null : new BigDecimal(minor.toBigIntegerExact(), decimals);
    }

    private @Nullable Object printable(@Nullable Object value) {
        return value instanceof String text ? typeface.printable(text) : value;
    }
}
