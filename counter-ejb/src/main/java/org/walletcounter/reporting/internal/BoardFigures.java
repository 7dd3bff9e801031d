package org.walletcounter.reporting.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.walletcounter.kernel.Money;
import org.walletcounter.reporting.BoardView;
import org.walletcounter.reporting.BoardView.ByTender;
import org.walletcounter.transactions.PaymentState;
import org.walletcounter.transactions.TenderKind;

/** A day's figures, put together from the sums of {@link BoardQuery}. */
class BoardFigures {

    private static final int HOURS = 24;

    private final SortedMap<Integer, Long> took = new TreeMap<>();
    private final Map<TenderKind, long[]> tenders = new EnumMap<>(TenderKind.class);
    private final long[] hours = new long[HOURS];
    private long attempts;
    private long paid;
    private long refused;
    private long amount;
    private long refunded;

    static BoardFigures of(ResultSet rows) throws SQLException {
        BoardFigures figures = new BoardFigures();
        while (rows.next()) {
            figures.take(rows, rows.getString(2), rows.getLong(3), rows.getLong(4));
        }
        return figures;
    }

    private void take(ResultSet row, String key, long count, long sum) throws SQLException {
        String cut = row.getString(1);
        switch (cut) {
            case "took" -> took.merge(Integer.valueOf(key), count, Long::sum);
            case "quarter" -> hours[Integer.parseInt(key)] += sum;
            case "tender" -> tender(key, count, sum);
            case "outcome" -> outcome(PaymentState.valueOf(key), count, sum, row.getLong(5));
            default -> throw new IllegalStateException("The board's statement gives no cut called " + cut + ".");
        }
    }

    private void outcome(PaymentState state, long count, long sum, long back) {
        attempts += count;
        if (state == PaymentState.SUCCEEDED) {
            paid += count;
            amount += sum;
            refunded += back;
        } else if (state == PaymentState.REFUSED) {
            refused += count;
        }
    }

    private void tender(String kind, long count, long sum) {
        if (count != 0 || sum != 0) {
            tenders.put(TenderKind.valueOf(kind), new long[] {count, sum});
        }
    }

    BoardView view(BoardDay day, Instant asOf) {
        String currency = day.currency();
        List<ByTender> byTender = new ArrayList<>();
        tenders.forEach((kind, both) -> byTender.add(new ByTender(kind, both[0], Money.of(both[1], currency))));
        List<Money> byHour = new ArrayList<>();
        for (long hour : hours) {
            byHour.add(Money.of(hour, currency));
        }
        return new BoardView(
                day.date(),
                asOf,
                attempts,
                paid,
                refused,
                Money.of(amount, currency),
                Money.of(refunded, currency),
                slowEnd(),
                List.copyOf(byTender),
                List.copyOf(byHour));
    }

    /** The time that at least 95 of 100 attempts stayed under or met. */
    private int slowEnd() {
        long rank = (attempts * 95 + 99) / 100;
        long passed = 0;
        for (Map.Entry<Integer, Long> time : took.entrySet()) {
            passed += time.getValue();
            if (passed >= rank) {
                return time.getKey();
            }
        }
        return 0;
    }
}
