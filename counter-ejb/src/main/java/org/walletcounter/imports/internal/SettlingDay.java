package org.walletcounter.imports.internal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.walletcounter.imports.internal.DayOutcome.Settled;
import org.walletcounter.imports.internal.file.Judged;
import org.walletcounter.imports.internal.file.Treatment;

/** Writes down what became of a day, on the connection of the transaction that also moves the checkpoint. */
final class SettlingDay {

    private final Connection connection;
    private final ImportRun.Order order;
    private final DayOutcome outcome;

    SettlingDay(Connection connection, ImportRun.Order order, DayOutcome outcome) {
        this.connection = connection;
        this.order = order;
        this.outcome = outcome;
    }

    /** The claims are settled; those on numbers that turned out to be taken elsewhere are given up. */
    void invoices() throws SQLException {
        Rows<Settled> rows = new Rows<>(connection, outcome.invoices());
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO imports.run_invoice (run_id, number, day, cancellation, left_out)"
                        + " SELECT ?, n, d, c, l FROM unnest(?, ?, ?, ?) AS t (n, d, c, l)"
                        + " ON CONFLICT (run_id, number) DO NOTHING")) {
            insert.setObject(1, order.id());
            insert.setArray(2, rows.column("text", each -> each.invoice().number()));
            insert.setArray(3, rows.column("date", each -> each.invoice().day()));
            insert.setArray(4, rows.column("bool", each -> each.invoice().cancellation()));
            insert.setArray(5, rows.column("text", Settled::leftOut));
            insert.executeUpdate();
        }
        claims(
                "UPDATE imports.invoice SET settled = true WHERE merchant_id = ? AND number = ANY (?)"
                        + " AND NOT settled",
                outcome.invoices().stream().filter(each -> !each.taken()).toList());
        claims(
                "DELETE FROM imports.invoice WHERE merchant_id = ? AND number = ANY (?) AND NOT settled",
                outcome.invoices().stream().filter(Settled::taken).toList());
    }

    private void claims(String sql, List<Settled> invoices) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(sql)) {
            change.setObject(1, order.merchantId());
            change.setArray(
                    2,
                    new Rows<>(connection, invoices)
                            .column("text", each -> each.invoice().number()));
            change.executeUpdate();
        }
    }

    /** How many lines ended in each class, and what they make. */
    void tallies() throws SQLException {
        Map<Treatment, Tally> tallies = new EnumMap<>(Treatment.class);
        outcome.lines()
                .forEach(each -> tallies.computeIfAbsent(each.becomes(), key -> new Tally())
                        .add(each));
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO imports.tally VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Map.Entry<Treatment, Tally> entry : tallies.entrySet()) {
                Tally tally = entry.getValue();
                insert.setObject(1, order.id());
                insert.setInt(2, outcome.day().piece());
                insert.setString(3, entry.getKey().code());
                insert.setInt(4, tally.lines);
                insert.setInt(5, tally.withoutCustomer);
                insert.setBigDecimal(6, tally.value);
                insert.setLong(7, tally.booked);
                insert.setInt(8, tally.splits);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The lines that were not booked as they stand, whole. */
    void listedLines() throws SQLException {
        Rows<Judged> rows = new Rows<>(connection, outcome.listed());
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO imports.listed_line (run_id, line, reason, invoice, sku, text, quantity, price, at,"
                        + " customer, country, booked) SELECT ?, t.* FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS t")) {
            insert.setObject(1, order.id());
            insert.setArray(2, rows.column("int4", each -> each.line().number()));
            insert.setArray(3, rows.column("text", each -> each.becomes().code()));
            insert.setArray(4, rows.column("text", each -> each.line().invoice()));
            insert.setArray(5, rows.column("text", each -> each.line().sku()));
            insert.setArray(6, rows.column("text", each -> each.line().text()));
            insert.setArray(7, rows.column("int8", each -> each.line().quantity()));
            insert.setArray(8, rows.column("numeric", each -> each.line().price()));
            insert.setArray(9, rows.column("timestamp", each -> each.line().at()));
            insert.setArray(10, rows.column("text", each -> each.line().customer()));
            insert.setArray(11, rows.column("text", each -> each.line().country()));
            insert.setArray(12, rows.column("int8", Judged::booked));
            insert.executeUpdate();
        }
    }

    private static final class Tally {
        private int lines;
        private int withoutCustomer;
        private BigDecimal value = BigDecimal.ZERO;
        private long booked;
        private int splits;

        private void add(Judged judged) {
            lines++;
            withoutCustomer += judged.line().customer() == null ? 1 : 0;
            value = value.add(judged.line().value());
            booked = Math.addExact(booked, judged.booked());
            splits += Math.max(0, judged.pieces().size() - 1);
        }
    }
}
