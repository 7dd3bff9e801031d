package org.walletcounter.reporting.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRField;
import org.jspecify.annotations.Nullable;

/**
 * A report's queries, run on one connection and so in one snapshot: the totals on the first page and the rows on the last
 * speak of the same moment. The rows stream; close it when the report is filled.
 */
class SqlFigures implements Figures {

    private static final int FETCH = 500;
    private static final int TIMEOUT_SECONDS = 120;

    private final Connection connection;
    private final ReportLibrary library;
    private final ReportDefinition report;
    private final Map<String, Object> values;
    private final Row row;
    private final List<PreparedStatement> open = new ArrayList<>();

    /** Takes a connection last, when nothing else can fail any more. */
    SqlFigures(DataSource books, ReportLibrary library, ReportDefinition report, ReportScope scope, Typeface face)
            throws SQLException {
        this.library = library;
        this.report = report;
        this.values = scope.queryValues();
        this.row = new Row(scope.decimals(), scope.language().getLanguage(), face);
        this.connection = opened(books);
    }

    private static Connection opened(DataSource books) throws SQLException {
        Connection connection = books.getConnection();
        try {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try (Statement settings = connection.createStatement()) {
                // Reports ask once: compiling their queries to machine code would take longer than running them.
                settings.execute("SET LOCAL jit = off");
            }
            return connection;
        } catch (SQLException | RuntimeException broken) {
            connection.close();
            throw broken;
        }
    }

    /** The facts and sets, each under its query's name. */
    @Override
    public Map<String, Object> parameters() throws SQLException {
        Map<String, Object> parameters = new HashMap<>();
        for (String fact : report.facts()) {
            List<Map<String, @Nullable Object>> rows = read(fact);
            if (rows.size() != 1) {
                throw new IllegalStateException("The fact " + fact + " of report " + report.code() + " gives "
                        + rows.size() + " rows, not one.");
            }
            parameters.put(fact, rows.get(0));
        }
        for (String set : report.sets()) {
            parameters.put(set, read(set));
        }
        return parameters;
    }

    /**
     * Asks the rows' own query and stops at the first row too many. The roll-ups would not do: they count a payment of taps
     * as many times as it gathers customers.
     */
    @Override
    public boolean longerThan(int most) throws SQLException {
        String rows = library.query(report, report.rows());
        try (ResultSet answer = run("SELECT EXISTS (SELECT FROM (" + rows + "\n) AS line OFFSET " + most + ")")) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** The rows, read as the template walks through them. */
    @Override
    public JRDataSource rows() throws SQLException {
        return new Streamed(query(report.rows()), row);
    }

    private List<Map<String, @Nullable Object>> read(String name) throws SQLException {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        try (ResultSet rows = query(name)) {
            while (rows.next()) {
                all.add(row.read(rows));
            }
        }
        return all;
    }

    private ResultSet query(String name) throws SQLException {
        return run(library.query(report, name));
    }

    private ResultSet run(String query) throws SQLException {
        PreparedStatement statement = new NamedSql(query).prepare(connection, values);
        open.add(statement);
        statement.setFetchSize(FETCH);
        statement.setQueryTimeout(TIMEOUT_SECONDS);
        return statement.executeQuery();
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : open) {
            statement.close();
        }
        connection.rollback();
        connection.setAutoCommit(true);
        connection.close();
    }

    /** A cursor as Jasper wants it. */
    private static final class Streamed implements JRDataSource {

        private final ResultSet rows;
        private final Row reader;
        private Map<String, @Nullable Object> current = Map.of();

        Streamed(ResultSet rows, Row reader) {
            this.rows = rows;
            this.reader = reader;
        }

        @Override
        public boolean next() throws JRException {
            try {
                boolean more = rows.next();
                current = more ? reader.read(rows) : Map.of();
                return more;
            } catch (SQLException broken) {
                throw new JRException("The next row of the report cannot be read.", broken);
            }
        }

        @Override
        public @Nullable Object getFieldValue(JRField field) {
            return current.get(field.getName());
        }
    }
}
