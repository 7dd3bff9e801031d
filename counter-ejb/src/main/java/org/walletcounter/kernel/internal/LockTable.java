package org.walletcounter.kernel.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * PostgreSQL's table of locks, and what fills it: the tables of each month with their indexes. Whoever reads without an id that
 * tells the month locks all of them, until the transaction ends.
 *
 * @param perTransaction the setting {@code max_locks_per_transaction}; the table holds so many for each that may be at work
 * @param connections the setting {@code max_connections}
 * @param prepared the setting {@code max_prepared_transactions}
 * @param parts how many partitions there are, those of indexes included
 */
record LockTable(long perTransaction, long connections, long prepared, long parts) {

    /** What one server takes of the connections, and how many of them read for boards and reports (the usual pools). */
    private static final long OF_A_SERVER = 61;

    private static final long READERS_OF_A_SERVER = 10;

    /** What the operator guide asks for. */
    private static final long ADVISED = 512;

    static LockTable of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_setting('max_locks_per_transaction')::bigint,"
                        + " current_setting('max_connections')::bigint,"
                        + " current_setting('max_prepared_transactions')::bigint,"
                        + " (SELECT count(*) FROM pg_class WHERE relispartition)")) {
            row.next();
            return new LockTable(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
        }
    }

    /**
     * What {@code max_locks_per_transaction} has to be for all readers of as many servers as there are connections for to look
     * at a board at once; 0 when it is large enough.
     */
    long wanted() {
        long readers = READERS_OF_A_SERVER * Math.max(1, connections / OF_A_SERVER);
        long needed = upwards(readers * ofABoard(), connections + prepared);
        return needed <= perTransaction ? 0 : Math.max(ADVISED, powerOfTwo(needed));
    }

    /** One look at a board locks 29 of the 46 parts of a month (reporting.figures): a little less than two thirds. */
    private long ofABoard() {
        return upwards(parts * 2, 3);
    }

    private static long upwards(long amount, long by) {
        return (amount + by - 1) / by;
    }

    /** The next one that is not smaller. */
    private static long powerOfTwo(long number) {
        long below = Long.highestOneBit(number);
        return below == number ? number : below << 1;
    }
}
