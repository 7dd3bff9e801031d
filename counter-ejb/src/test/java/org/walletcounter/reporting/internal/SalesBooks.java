package org.walletcounter.reporting.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Ids;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.testing.TestDatabase;

/** A merchant's sales written straight into the tables, each with its journal, as payments and imports leave them. */
final class SalesBooks implements AutoCloseable {

    final MerchantView merchant;
    final StoreView store;
    final StoreView otherStore;

    private final TestDatabase database;
    private final Connection connection;
    private final long revenue;
    private final long otherRevenue;
    private final long money;
    private int sales;

    SalesBooks(TestDatabase database, String currency) {
        this.database = database;
        this.connection = connect(database);
        database.asOwner("SELECT ledger.make_partitions(now())");
        UUID id = database.newMerchant();
        merchant = new MerchantView(id, "lotus", "Lotus Tea & Gifts", "荷塘茶礼", currency, ZoneId.of("Europe/London"));
        store = new StoreView(UUID.randomUUID(), id, "01", "Covent Garden", "考文特花园店", "", true);
        otherStore = new StoreView(UUID.randomUUID(), id, "02", "Bath", "巴斯店", "", true);
        revenue = account("revenue", currency, "store:" + store.id());
        otherRevenue = account("revenue", currency, "store:" + otherStore.id());
        money = account("clearing", currency, "merchant");
    }

    /** The same merchant's books, written by somebody else at the same time. */
    SalesBooks alongside(TestDatabase database) {
        return new SalesBooks(this, database);
    }

    private SalesBooks(SalesBooks other, TestDatabase database) {
        this.database = database;
        this.connection = connect(database);
        this.merchant = other.merchant;
        this.store = other.store;
        this.otherStore = other.otherStore;
        this.revenue = other.revenue;
        this.otherRevenue = other.otherRevenue;
        this.money = other.money;
    }

    /** From now on, what is written waits for {@link #commit}. */
    void holdBack() {
        asked(() -> connection.setAutoCommit(false));
    }

    void commit() {
        asked(connection::commit);
    }

    private static void asked(Asked what) {
        try {
            what.run();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Something asked of a connection. */
    private interface Asked {
        void run() throws SQLException;
    }

    /** What a sale is made of, for those who do not care about the rest. */
    record Sale(LocalDate day, LocalTime time, String tender, long amount, String category, String cashier) {

        Sale(LocalDate day, String tender, long amount) {
            this(day, LocalTime.NOON, tender, amount, "Tea", "Ada");
        }
    }

    /** A sale that was paid, with one line and its journal. */
    UUID pay(Sale sale) {
        return pay(sale, store);
    }

    UUID pay(Sale sale, StoreView where) {
        UUID journal = journal(sale.day(), where, sale.amount());
        UUID payment = payment(sale, where, "SUCCEEDED", journal);
        run(
                "INSERT INTO transactions.tender (payment_id, line, kind, amount) VALUES (?, 1, ?, ?)",
                payment,
                sale.tender(),
                sale.amount());
        run(
                "INSERT INTO transactions.sale_line VALUES (?, 1, NULL, ?, 'Text', ?, 2, 1, ?)",
                payment,
                "open".equals(sale.category()) ? "" : "SKU",
                sale.category(),
                sale.amount());
        return payment;
    }

    /** A sale paid half with each of two tenders, typed in as an amount: no lines. */
    UUID payMixed(Sale sale) {
        UUID journal = journal(sale.day(), store, sale.amount());
        UUID payment = payment(
                new Sale(sale.day(), sale.time(), "MIXED", sale.amount(), "", sale.cashier()),
                store,
                "SUCCEEDED",
                journal);
        long half = sale.amount() / 2;
        run(
                "INSERT INTO transactions.tender (payment_id, line, kind, amount) VALUES (?, 1, 'WALLET', ?), (?, 2, 'CASH', ?)",
                payment,
                half,
                payment,
                sale.amount() - half);
        return payment;
    }

    /** The tax of a sale by one of its rates. */
    void tax(UUID payment, String code, int basisPoints, long base, long tax) {
        run(
                "INSERT INTO transactions.sale_tax VALUES (?, ?, ?, ?, ?, ?, ?)",
                payment,
                code,
                code,
                code,
                basisPoints,
                base,
                tax);
    }

    /** So much more was paid for a sale in cash because the smallest coins are gone. */
    void round(UUID payment, long rounding) {
        run("UPDATE transactions.tender SET rounding = ? WHERE payment_id = ?", rounding, payment);
    }

    UUID refuse(Sale sale) {
        return payment(sale, store, "REFUSED", null);
    }

    /** A sale called back as a whole: paid, given back, and marked. */
    UUID cancel(Sale sale) {
        UUID journal = journal(sale.day(), store, sale.amount());
        UUID payment = payment(sale, store, "CANCELLED", journal);
        refund(payment, sale);
        return payment;
    }

    /** Money given back for a payment, or without one; no lines. */
    void refund(@Nullable UUID payment, Sale sale) {
        UUID journal = journal(sale.day(), store, -sale.amount());
        UUID refund = Ids.at(Instant.now());
        run(
                "INSERT INTO transactions.refund (id, merchant_id, store_id, payment_id, amount, currency, tender_kind,"
                        + " reason, cashier_id, cashier, occurred_at, business_day, journal_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, 'returned', ?, ?, ?, ?, ?)",
                refund,
                merchant.id(),
                store.id(),
                payment,
                sale.amount(),
                merchant.currency(),
                sale.tender(),
                "staff:" + sale.cashier(),
                sale.cashier(),
                moment(sale),
                sale.day(),
                journal);
        run("INSERT INTO transactions.refund_tender VALUES (?, 1, ?, ?, NULL)", refund, sale.tender(), sale.amount());
    }

    /** So many pieces of a sale's first line come back, and no money goes: free ones, or paid for with vouchers. */
    void takeBack(UUID payment, int pieces) {
        UUID refund = Ids.at(Instant.now());
        run(
                "INSERT INTO transactions.refund (id, merchant_id, store_id, payment_id, amount, currency, tender_kind,"
                        + " reason, cashier_id, cashier, occurred_at, business_day) SELECT ?, merchant_id, store_id,"
                        + " id, 0, currency, tender_kind, 'returned', cashier_id, cashier, occurred_at, business_day"
                        + " FROM transactions.payment WHERE id = ?",
                refund,
                payment);
        run(
                "INSERT INTO transactions.refund_line (refund_id, line, sku, text, category, quantity, unit_amount,"
                        + " amount, sale_line) SELECT ?, line, sku, text, category, ?, unit_amount, 0, line"
                        + " FROM transactions.sale_line WHERE payment_id = ? AND line = 1",
                refund,
                pieces,
                payment);
    }

    /** Books revenue that no payment knows of: what tampering looks like. */
    void tamper(LocalDate day, long amount) {
        journal(day, store, amount);
    }

    ReportScope scope(LocalDate from, LocalDate to, String language) {
        return new ReportScope(
                merchant, null, from, to, java.util.Locale.forLanguageTag(language), merchant.currency());
    }

    UUID payment(Sale sale, StoreView where, String state, @Nullable UUID journal) {
        UUID id = Ids.at(Instant.now());
        run(
                "INSERT INTO transactions.payment (id, merchant_id, store_id, sale_number, state, amount, currency,"
                        + " tender_kind, cashier_id, cashier, occurred_at, business_day, journal_id, took_millis)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                merchant.id(),
                where.id(),
                "S" + ++sales,
                state,
                sale.amount(),
                merchant.currency(),
                sale.tender(),
                "staff:" + sale.cashier(),
                sale.cashier(),
                moment(sale),
                sale.day(),
                journal,
                sales);
        return id;
    }

    java.sql.Timestamp moment(Sale sale) {
        return java.sql.Timestamp.from(
                sale.day().atTime(sale.time()).atZone(merchant.zone()).toInstant());
    }

    UUID journal(LocalDate day, StoreView where, long amount) {
        Map<Long, Long> postings = new LinkedHashMap<>();
        postings.put(money, -amount);
        postings.put(where == store ? revenue : otherRevenue, amount);
        return journal(day, where, postings);
    }

    /** A sale's journal in which funders pay their parts, by account. */
    UUID journal(LocalDate day, StoreView where, long amount, Map<Long, Long> funders) {
        Map<Long, Long> postings = new LinkedHashMap<>();
        postings.put(money, -amount);
        postings.put(where == store ? revenue : otherRevenue, amount);
        funders.forEach((account, paid) -> postings.merge(account, -paid, Long::sum));
        long reduced = funders.values().stream().mapToLong(Long::longValue).sum();
        postings.put(account("reductions", merchant.currency(), "store:" + where.id()), reduced);
        return journal(day, where, postings);
    }

    private UUID journal(LocalDate day, StoreView where, Map<Long, Long> postings) {
        UUID id = Ids.at(Instant.now());
        run(
                "INSERT INTO ledger.journal (id, kind, merchant_id, store_id, actor, occurred_at, business_day, claims,"
                        + " confirms, document, hash)"
                        + " VALUES (?, 'payment', ?, ?, 'test', now(), ?, '{}', '{}', '{}', ?)",
                id,
                merchant.id(),
                where.id(),
                day,
                new byte[32]);
        Long[] moved = postings.entrySet().stream()
                .filter(each -> each.getValue() != 0)
                .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                .toArray(Long[]::new);
        StringBuilder rows = new StringBuilder("INSERT INTO ledger.posting VALUES ");
        for (int i = 0; i < moved.length; i += 2) { // one statement, for it has to balance
            rows.append(i == 0 ? "" : ", ")
                    .append("('" + id + "', " + (i / 2 + 1) + ", " + moved[i] + ", " + moved[i + 1] + ")");
        }
        run(rows.toString());
        return id;
    }

    private static Connection connect(TestDatabase database) {
        try {
            return database.owner().getConnection();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    long account(String kind, String unit, String owner) {
        try (Connection opening = connect(database); // at once, whatever is held back
                PreparedStatement statement = opening.prepareStatement(
                        "INSERT INTO ledger.account (merchant_id, kind, unit, owner) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT ON CONSTRAINT account_terms DO UPDATE SET owner = excluded.owner RETURNING id")) {
            statement.setObject(1, merchant.id());
            statement.setString(2, kind);
            statement.setString(3, unit);
            statement.setString(4, owner);
            var row = statement.executeQuery();
            row.next();
            return row.getLong(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    void run(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException(sql, broken);
        }
    }
}
