package org.walletcounter.imports.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.walletcounter.imports.internal.file.FileSurvey;
import org.walletcounter.imports.internal.file.Invoice;
import org.walletcounter.imports.internal.file.Treatment;

/**
 * The import's own books beside the runs: what its file says, which invoices are claimed, what became of the lines. Whole
 * sets are written with one statement each. Every method is a transaction of its own.
 */
@Dependent
class ImportNotes {

    /** How a claim on an invoice's number came out. */
    enum Claim {
        /** Nobody had it. */
        NEW,
        /** This invoice was claimed before, but its booking may not have come to its end. */
        UNSETTLED,
        /** This very invoice is settled. */
        SETTLED,
        /** Another invoice has this number. */
        OTHER
    }

    @PersistenceContext(unitName = "counter")
    private EntityManager entities;

    private final Clock clock;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ImportNotes(Clock clock) {
        this.clock = clock;
    }

    /** Keeps what the file says of itself. */
    @Transactional(TxType.REQUIRES_NEW)
    void figures(UUID run, FileSurvey survey) {
        FileSurvey.Figures figures = survey.figures();
        work(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO imports.file_figures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
                insert.setObject(1, run);
                insert.setInt(2, figures.lines());
                insert.setInt(3, figures.invoices());
                insert.setInt(4, figures.cancellations());
                insert.setInt(5, figures.stockCodes());
                insert.setInt(6, figures.tradingDays());
                insert.setInt(7, figures.withoutCustomer());
                insert.setInt(8, figures.customers());
                insert.setBigDecimal(9, figures.value());
                insert.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO imports.file_code SELECT ?, sku FROM unnest(?) sku ON CONFLICT DO NOTHING")) {
                insert.setObject(1, run);
                insert.setArray(2, texts(connection, survey.codes().keySet()));
                insert.executeUpdate();
            }
        });
    }

    /** Keeps which member each customer of the file is. */
    @Transactional(TxType.REQUIRES_NEW)
    void customers(UUID run, Map<String, UUID> members) {
        List<String> customers = List.copyOf(members.keySet());
        work(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO imports.file_customer SELECT ?, c, m FROM unnest(?, ?) AS t (c, m) ON CONFLICT DO NOTHING")) {
                insert.setObject(1, run);
                insert.setArray(2, texts(connection, customers));
                insert.setArray(
                        3,
                        connection.createArrayOf(
                                "uuid", customers.stream().map(members::get).toArray()));
                insert.executeUpdate();
            }
        });
    }

    /** Claims the numbers of invoices for good, before anything of them is booked. */
    @Transactional(TxType.REQUIRES_NEW)
    Map<String, Claim> claim(ImportRun.Order order, List<Invoice> invoices) {
        Map<String, Claim> claims = new HashMap<>();
        work(connection -> {
            Rows<Invoice> rows = new Rows<>(connection, invoices);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO imports.invoice (merchant_id, run_id, number, content_hash, day, country, lines)"
                            + " SELECT ?, ?, n, decode(h, 'hex'), d, c, l FROM unnest(?, ?, ?, ?, ?) AS t (n, h, d, c, l)"
                            + " ON CONFLICT DO NOTHING RETURNING number")) {
                insert.setObject(1, order.merchantId());
                insert.setObject(2, order.id());
                insert.setArray(3, rows.column("text", Invoice::number));
                insert.setArray(4, rows.column("text", each -> HexFormat.of().formatHex(each.contentHash())));
                insert.setArray(5, rows.column("date", Invoice::day));
                insert.setArray(6, rows.column("text", Invoice::country));
                insert.setArray(7, rows.column("int4", each -> each.lines().size()));
                try (ResultSet made = insert.executeQuery()) {
                    while (made.next()) {
                        claims.put(made.getString(1), Claim.NEW);
                    }
                }
            }
            known(connection, order, invoices, claims);
        });
        return claims;
    }

    private static void known(
            Connection connection, ImportRun.Order order, List<Invoice> invoices, Map<String, Claim> claims)
            throws SQLException {
        Map<String, Invoice> open = new HashMap<>();
        invoices.stream()
                .filter(each -> !claims.containsKey(each.number()))
                .forEach(each -> open.put(each.number(), each));
        if (open.isEmpty()) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT number, content_hash, settled FROM imports.invoice WHERE merchant_id = ? AND number = ANY (?)")) {
            select.setObject(1, order.merchantId());
            select.setArray(2, texts(connection, open.keySet()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Invoice invoice = open.get(row.getString(1));
                    boolean same = invoice != null && java.util.Arrays.equals(row.getBytes(2), invoice.contentHash());
                    Claim settled = row.getBoolean(3) ? Claim.SETTLED : Claim.UNSETTLED;
                    claims.put(row.getString(1), same ? settled : Claim.OTHER);
                }
            }
        }
    }

    /** Notes what became of a day: the checkpoint of the run, all of it or nothing. */
    @Transactional(TxType.REQUIRES_NEW)
    void settle(ImportRun.Order order, DayOutcome outcome) {
        ImportRun run = entities.find(ImportRun.class, order.id(), LockModeType.PESSIMISTIC_WRITE);
        int listed = outcome.listed().size();
        run.dealtWith(outcome.day(), listed, clock.instant());
        entities.flush();
        work(connection -> {
            SettlingDay settling = new SettlingDay(connection, order, outcome);
            settling.invoices();
            settling.tallies();
            settling.listedLines();
        });
    }

    /** The invoices of the run whose numbers were taken: no return can take from them. */
    @Transactional(TxType.REQUIRES_NEW)
    Set<String> taken(UUID run) {
        Set<String> numbers = new HashSet<>();
        work(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT number FROM imports.run_invoice WHERE run_id = ? AND left_out = ?")) {
                select.setObject(1, run);
                select.setString(2, Treatment.NUMBER_TAKEN.code());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        numbers.add(row.getString(1));
                    }
                }
            }
        });
        return numbers;
    }

    private void work(org.hibernate.jdbc.Work work) {
        entities.unwrap(Session.class).doWork(work);
    }

    private static java.sql.Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
