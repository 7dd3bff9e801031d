package org.walletcounter.ledger.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What the ledger does by itself: lets holds lapse, folds the tail of free accounts into their balance, makes the
 * partitions of the months around. Each is a short transaction of its own; several nodes may do it at once. Thread-safe.
 */
final class Housekeeping {

    private static final int HOLDS_AT_ONCE = 500;

    /** As much as is folded well within the half minute for which a silent database is waited for. */
    private static final int TAIL_AT_ONCE = 100_000;

    private static final String DUE = "SELECT id, account_id FROM ledger.hold"
            + " WHERE state = 'OPEN' AND expires_at <= ? ORDER BY expires_at LIMIT " + HOLDS_AT_ONCE;

    private static final String LOCK_ACCOUNTS =
            "SELECT id FROM ledger.account WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED";

    private static final String EXPIRE =
            "WITH gone AS (UPDATE ledger.hold SET state = 'EXPIRED', resolved_at = expires_at"
                    + " WHERE id = ANY (?) AND account_id = ANY (?) AND state = 'OPEN' RETURNING account_id, amount),"
                    + " freed AS (SELECT account_id, sum(amount)::int8 AS amount, count(*) AS holds FROM gone GROUP BY 1),"
                    + " changed AS (UPDATE ledger.account a SET held = a.held - f.amount FROM freed f WHERE a.id = f.account_id)"
                    + " SELECT coalesce(sum(holds), 0) FROM freed";

    /** One folds at a time; who comes second has nothing to do. What is left over is found by the next. */
    private static final String FOLD = "WITH alone AS MATERIALIZED ("
            + " SELECT pg_try_advisory_xact_lock(hashtext('ledger.tail')) AS mine),"
            + " gone AS (DELETE FROM ledger.tail WHERE (SELECT mine FROM alone)"
            + " AND ctid = ANY (ARRAY(SELECT ctid FROM ledger.tail LIMIT " + TAIL_AT_ONCE + "))"
            + " RETURNING account_id, amount),"
            + " sums AS (SELECT account_id, sum(amount)::int8 AS amount, count(*) AS tails FROM gone GROUP BY 1),"
            + " changed AS (UPDATE ledger.account a SET balance = a.balance + s.amount FROM sums s"
            + " WHERE a.id = s.account_id)"
            + " SELECT coalesce(sum(tails), 0) FROM sums";

    /**
     * Two months back too, for taps: a gate keeps them up to 31 days, which reach from the first days of March into January,
     * and a server that stood still for long has made none of these months. Counted in UTC, as the months are cut: at the
     * turn of one, the session's own zone would leave out another.
     */
    private static final String AHEAD =
            "SELECT sum(ledger.make_partitions(((? AT TIME ZONE 'UTC') + n * interval '1 month') AT TIME ZONE 'UTC'))"
                    + " FROM generate_series(-2, 2) n";

    private final DataSource source;
    private final Clock clock;

    Housekeeping(DataSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Lets holds lapse whose time has come; those on accounts in use just now wait for the next time. */
    int expireHolds() throws SQLException {
        return inTransaction(connection -> {
            List<UUID> holds = new ArrayList<>();
            Rows accounts = due(connection, holds);
            List<Long> locked = new ArrayList<>();
            Pipeline lock = new Pipeline(connection);
            lock.add(LOCK_ACCOUNTS, accounts, row -> locked.add(row.getLong(1)));
            lock.run();
            return locked.isEmpty() ? 0 : expire(connection, holds, locked);
        });
    }

    private Rows due(Connection connection, List<UUID> holds) throws SQLException {
        Rows accounts = new Rows("int8");
        try (PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    holds.add(row.getObject(1, UUID.class));
                    accounts.add(row.getLong(2));
                }
            }
        }
        return accounts;
    }

    private static int expire(Connection connection, List<UUID> holds, List<Long> accounts) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(EXPIRE)) {
            update.setArray(1, connection.createArrayOf("uuid", holds.toArray()));
            update.setArray(2, connection.createArrayOf("int8", accounts.toArray()));
            return onlyNumber(update);
        }
    }

    /** Adds the tail of free accounts to their balance, or a long tail's first part; answers of how many postings. */
    int foldTail() throws SQLException {
        return inTransaction(connection -> {
            try (PreparedStatement fold = connection.prepareStatement(FOLD)) {
                return onlyNumber(fold);
            }
        });
    }

    /** Makes the partitions of this month, the two before and the next two; answers how many were missing. */
    int makePartitions() throws SQLException {
        return inTransaction(connection -> {
            try (Statement patience = connection.createStatement()) {
                patience.execute("SET LOCAL lock_timeout = '5s'");
            }
            try (PreparedStatement make = connection.prepareStatement(AHEAD)) {
                make.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
                return onlyNumber(make);
            }
        });
    }

    private static int onlyNumber(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    @FunctionalInterface
    private interface Work {
        int on(Connection connection) throws SQLException;
    }

    private int inTransaction(Work work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int done = work.on(connection);
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }
}
