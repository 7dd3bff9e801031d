package org.walletcounter.reporting.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.walletcounter.kernel.Ids;
import org.walletcounter.reporting.BoardView;

/**
 * The live board's figures by SQL over one business day. Both statements stay inside the day's range of the index
 * "merchant, day, id", and inside the partitions that can hold it.
 */
class BoardQuery {

    private static final int TIMEOUT_SECONDS = 10;

    /**
     * One walk over the day's payments, counted twice: by state, tender and hour, and by how long they took. Then what
     * mixed payments were made of, and what went back. Rows of (what, state, tender, number, count, amount).
     */
    private static final String DAY = """
            SELECT CASE WHEN grouping(took_millis) = 0 THEN 'took' ELSE 'paid' END AS what, state, tender_kind,
                   CASE WHEN grouping(took_millis) = 0 THEN took_millis ELSE hour END AS number, count(*), sum(amount)
            FROM (SELECT state, tender_kind, took_millis, amount,
                         extract(hour FROM occurred_at AT TIME ZONE ?)::int AS hour
                  FROM transactions.payment
                  WHERE merchant_id = ? AND business_day = ? AND id >= ? AND currency = ?
                    AND (?::uuid IS NULL OR store_id = ?)) day
            GROUP BY GROUPING SETS ((state, tender_kind, hour), (took_millis))
            UNION ALL
            SELECT 'mixed', p.state, t.kind, 0, count(DISTINCT p.id), sum(t.amount)
            FROM transactions.payment p JOIN transactions.tender t ON t.payment_id = p.id
            WHERE p.merchant_id = ? AND p.business_day = ? AND p.id >= ? AND p.currency = ?
              AND (?::uuid IS NULL OR p.store_id = ?) AND p.tender_kind = 'MIXED' AND p.state = 'SUCCEEDED'
            GROUP BY p.state, t.kind
            UNION ALL
            SELECT 'refunded', NULL, NULL, 0, count(*), coalesce(sum(r.amount), 0) FROM transactions.refund r
            WHERE r.merchant_id = ? AND r.business_day = ? AND r.id >= ? AND r.currency = ?
              AND (?::uuid IS NULL OR r.store_id = ?)
              AND NOT EXISTS (SELECT 1 FROM transactions.payment p WHERE p.id = r.payment_id AND p.state = 'CANCELLED')
            """;

    /** The newest row of the day: whoever wrote it, on whichever node. */
    private static final String NEWEST = """
            (SELECT id FROM transactions.payment
              WHERE merchant_id = ? AND business_day = ? AND id >= ? ORDER BY id DESC LIMIT 1)
            UNION ALL
            (SELECT id FROM transactions.refund
              WHERE merchant_id = ? AND business_day = ? AND id >= ? ORDER BY id DESC LIMIT 1)
            """;

    private final DataSource books;

    BoardQuery(DataSource books) {
        this.books = books;
    }

    /** The day's figures as they stand at a moment. */
    BoardView read(BoardDay day, Instant asOf) {
        try (Connection connection = books.getConnection();
                PreparedStatement statement = connection.prepareStatement(DAY)) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            statement.setString(1, day.zone().getId());
            bind(statement, 2, day);
            bind(statement, 8, day);
            bind(statement, 14, day);
            try (ResultSet rows = statement.executeQuery()) {
                return BoardFigures.of(rows).view(day, asOf);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("The live board's figures cannot be read.", broken);
        }
    }

    /** The newest payment's and refund's ids: different whenever somebody wrote, here or on another node. */
    List<UUID> newest(BoardDay day) {
        try (Connection connection = books.getConnection();
                PreparedStatement statement = connection.prepareStatement(NEWEST)) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            for (int at = 1; at <= 4; at += 3) {
                statement.setObject(at, day.merchantId());
                statement.setObject(at + 1, day.date());
                statement.setObject(at + 2, firstId(day));
            }
            List<UUID> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            return ids;
        } catch (SQLException broken) {
            throw new IllegalStateException("The live board cannot see whether something new was written.", broken);
        }
    }

    private static void bind(PreparedStatement statement, int first, BoardDay day) throws SQLException {
        statement.setObject(first, day.merchantId());
        statement.setObject(first + 1, day.date());
        statement.setObject(first + 2, firstId(day));
        statement.setString(first + 3, day.currency());
        statement.setObject(first + 4, day.storeId());
        statement.setObject(first + 5, day.storeId());
    }

    /** Nothing of a day is recorded before the day before; so older partitions need no look. */
    private static UUID firstId(BoardDay day) {
        return Ids.floor(day.date().minusDays(1).atStartOfDay(day.zone()).toInstant());
    }
}
