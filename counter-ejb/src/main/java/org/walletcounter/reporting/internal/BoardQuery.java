package org.walletcounter.reporting.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.walletcounter.kernel.Ids;
import org.walletcounter.reporting.BoardView;

/**
 * The live board's figures of one business day: from the roll-ups and what has arrived since, so that they equal the books
 * and cost the same on a small day and a big one.
 */
class BoardQuery {

    private static final int TIMEOUT_SECONDS = 10;

    /** The day's sums with what is not rolled up yet, hours in the merchant's zone: (cut, key, count, amount, given back). */
    private static final String DAY = """
            SELECT cut, CASE cut WHEN 'quarter' THEN extract(hour FROM to_timestamp(key::bigint * 900) AT TIME ZONE ?)::text
                                 ELSE key END AS key, sum(n), sum(gross), sum(refunded)
            FROM (SELECT cut, key, n, gross, refunded
                  FROM reporting.figures(?, ARRAY['outcome', 'quarter', 'tender', 'took'], ?, ?, ?)
                  WHERE currency = ? OFFSET 0) figure
            GROUP BY 1, 2
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
            statement.setObject(2, day.merchantId());
            statement.setObject(3, day.date());
            statement.setObject(4, day.date());
            statement.setObject(5, day.storeId());
            statement.setString(6, day.currency());
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

    /** Reads nobody's day, so that the first reader finds a connection on which the database knows the tables. */
    void warmUp(Instant now) {
        BoardDay nobodys =
                new BoardDay(new UUID(0, 0), null, LocalDate.ofInstant(now, ZoneOffset.UTC), ZoneOffset.UTC, "GBP");
        newest(nobodys);
        read(nobodys, now);
    }

    /** Nothing of a day is recorded before the day before; so older partitions need no look. */
    private static UUID firstId(BoardDay day) {
        return Ids.floor(day.date().minusDays(1).atStartOfDay(day.zone()).toInstant());
    }
}
