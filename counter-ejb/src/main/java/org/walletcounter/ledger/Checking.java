package org.walletcounter.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.walletcounter.kernel.CounterException;

/** Holds everything there is against what is promised, which takes as long as there is much. */
@FunctionalInterface
public interface Checking {

    /** What is found, asked over this connection only. */
    List<Finding> over(Connection connection) throws SQLException;

    /**
     * Runs a check on a connection of its own: all on one snapshot, so that it may run while others book, and for as long
     * as it takes. One of a name runs at a time, on whatever node. To be called outside of a transaction: a container's
     * would be over before a long check is.
     *
     * @throws CounterException {@link LedgerError#CHECK_RUNNING} when another of that name runs
     */
    static List<Finding> alone(DataSource source, String name, Checking check) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            int silence = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, 0); // one query may take longer than a payment ever waits
            try {
                requireAlone(connection, name);
                return check.over(connection);
            } finally {
                connection.setNetworkTimeout(Runnable::run, silence);
                connection.rollback();
                connection.setReadOnly(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        }
    }

    /** The breaches of a promise, which a query answers with a row each: the subject, and the detail. */
    static List<Finding> breaches(Connection connection, String invariant, String query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            List<Finding> findings = new ArrayList<>();
            while (row.next()) {
                findings.add(new Finding(invariant, row.getString(1), row.getString(2)));
            }
            return findings;
        }
    }

    /** The lock is given back with the transaction's end, whatever becomes of the check. */
    private static void requireAlone(Connection connection, String name) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_try_advisory_xact_lock(hashtext(?))")) {
            lock.setString(1, name);
            try (ResultSet row = lock.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    throw new CounterException(LedgerError.CHECK_RUNNING);
                }
            }
        }
    }
}
