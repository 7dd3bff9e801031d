package org.walletcounter.reporting.internal.rollups;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.reporting.ReportingError;

/**
 * The right to make the roll-ups again, which one order has at a time, on whatever node. It is a lock on a connection of its
 * own, so it is gone with the server or the database too. One thread may take it and another one give it back.
 */
final class SoleOrder implements AutoCloseable {

    private static final String KEY = "(hashtext('reporting.rebuild'))";

    private final Connection connection;

    private SoleOrder(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes it; give it back.
     *
     * @throws CounterException with {@link ReportingError#REBUILD_RUNNING} while another order has it
     */
    static SoleOrder take(DataSource books) throws SQLException {
        Connection connection = books.getConnection();
        try {
            if (!isTrue(connection, "SELECT pg_try_advisory_lock" + KEY)) {
                throw new CounterException(ReportingError.REBUILD_RUNNING);
            }
            return new SoleOrder(connection);
        } catch (SQLException | RuntimeException refused) {
            connection.close();
            throw refused;
        }
    }

    @Override
    public void close() {
        try (connection) {
            isTrue(connection, "SELECT pg_advisory_unlock" + KEY);
        } catch (SQLException lost) {
            RollUpsLog.LOG.orderNotGivenBack(lost);
        }
    }

    private static boolean isTrue(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }
}
