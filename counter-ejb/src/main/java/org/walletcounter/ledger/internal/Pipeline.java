package org.walletcounter.ledger.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Several statements sent to PostgreSQL together: one round trip, however many they are. They run in the order in which
 * they were added, and each sees what the ones before it did. Not thread-safe; used once.
 */
final class Pipeline {

    private final Connection connection;
    private final List<String> statements = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();
    private final List<RowReader> readers = new ArrayList<>();

    Pipeline(Connection connection) {
        this.connection = connection;
    }

    /** Takes what it needs of one row of a result. */
    @FunctionalInterface
    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** Adds a statement over rows, unless there are none. Its question marks stand for the rows' columns, in order. */
    void add(String sql, Rows rows, RowReader reader) throws SQLException {
        add(sql, rows, List.of(), reader);
    }

    /** The same, with question marks for ids after those for the rows' columns. */
    void add(String sql, Rows rows, List<UUID> ids, RowReader reader) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        statements.add(sql);
        parameters.addAll(rows.arrays(connection));
        parameters.addAll(ids);
        readers.add(reader);
    }

    /** Adds a statement that answers no rows. */
    void add(String sql, Rows rows) throws SQLException {
        add(sql, rows, row -> {});
    }

    int size() {
        return statements.size();
    }

    /** Sends everything and hands the rows that come back to their readers. */
    void run() throws SQLException {
        if (statements.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(String.join("; ", statements))) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            boolean rows = statement.execute();
            for (RowReader reader : readers) {
                if (rows) {
                    readAll(statement, reader);
                }
                rows = statement.getMoreResults();
            }
        }
    }

    private static void readAll(PreparedStatement statement, RowReader reader) throws SQLException {
        try (ResultSet result = statement.getResultSet()) {
            while (result.next()) {
                reader.read(result);
            }
        }
    }
}
