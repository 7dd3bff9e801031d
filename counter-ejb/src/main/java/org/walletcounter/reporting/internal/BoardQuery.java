package org.walletcounter.reporting.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.reporting.BoardView;
import org.walletcounter.reporting.BoardView.ByTender;
import org.walletcounter.transactions.TenderKind;

/**
 * The live board's figures by SQL over one business day. Both statements stay inside the day's range of the index
 * "merchant, day, id", and inside the partitions that can hold it.
 */
class BoardQuery {

    private static final int TIMEOUT_SECONDS = 10;

    /** Rows of (what, key, count, amount): the whole, the slow end, each tender, each hour, and what went back. */
    private static final String DAY = """
            WITH day AS MATERIALIZED (
                SELECT id, state, amount, tender_kind, took_millis,
                       extract(hour FROM occurred_at AT TIME ZONE ?)::int AS hour
                FROM transactions.payment
                WHERE merchant_id = ? AND business_day = ? AND id >= ? AND currency = ?
                  AND (?::uuid IS NULL OR store_id = ?)),
            tenders AS (
                SELECT tender_kind AS kind, count(*) AS n, sum(amount) AS amount
                FROM day WHERE state = 'SUCCEEDED' AND tender_kind <> 'MIXED' GROUP BY tender_kind
                UNION ALL
                SELECT t.kind, count(DISTINCT t.payment_id), sum(t.amount)
                FROM day d JOIN transactions.tender t ON t.payment_id = d.id
                WHERE d.state = 'SUCCEEDED' AND d.tender_kind = 'MIXED' GROUP BY t.kind)
            SELECT 'attempts', '', count(*), 0 FROM day
            UNION ALL SELECT 'paid', '', count(*), coalesce(sum(amount), 0) FROM day WHERE state = 'SUCCEEDED'
            UNION ALL SELECT 'slow', '', coalesce(percentile_disc(0.95) WITHIN GROUP (ORDER BY took_millis), 0), 0 FROM day
            UNION ALL SELECT 'tender', kind, sum(n), sum(amount) FROM tenders GROUP BY kind
            UNION ALL SELECT 'hour', hour::text, count(*), sum(amount) FROM day WHERE state = 'SUCCEEDED' GROUP BY hour
            UNION ALL SELECT 'refunded', '', count(*), coalesce(sum(amount), 0) FROM transactions.refund
                WHERE merchant_id = ? AND business_day = ? AND id >= ? AND currency = ?
                  AND (?::uuid IS NULL OR store_id = ?)
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
            try (ResultSet rows = statement.executeQuery()) {
                return new Figures(day.currency()).collect(rows).view(day, asOf);
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

    /** The rows of the statement, put where the board wants them. */
    private static final class Figures {

        private final String currency;
        private long attempts;
        private long paid;
        private long amount;
        private long refunded;
        private int slow;
        private final List<ByTender> tenders = new ArrayList<>();
        private final List<Money> hours;

        Figures(String currency) {
            this.currency = currency;
            this.hours = new ArrayList<>(Collections.nCopies(24, Money.zero(currency)));
        }

        Figures collect(ResultSet rows) throws SQLException {
            while (rows.next()) {
                take(rows.getString(1), rows.getString(2), rows.getLong(3), rows.getLong(4));
            }
            tenders.sort((one, other) -> one.kind().compareTo(other.kind()));
            return this;
        }

        private void take(String what, String key, long count, long sum) {
            switch (what) {
                case "attempts" -> attempts = count;
                case "paid" -> {
                    paid = count;
                    amount = sum;
                }
                case "slow" -> slow = Math.toIntExact(count);
                case "tender" -> tenders.add(new ByTender(TenderKind.valueOf(key), count, Money.of(sum, currency)));
                case "hour" -> hours.set(Integer.parseInt(key), Money.of(sum, currency));
                case "refunded" -> refunded = sum;
                default -> throw new IllegalStateException("The board's statement gives no rows called " + what + ".");
            }
        }

        BoardView view(BoardDay day, Instant asOf) {
            return new BoardView(
                    day.date(),
                    asOf,
                    attempts,
                    paid,
                    Money.of(amount, currency),
                    Money.of(refunded, currency),
                    slow,
                    List.copyOf(tenders),
                    List.copyOf(hours));
        }
    }
}
