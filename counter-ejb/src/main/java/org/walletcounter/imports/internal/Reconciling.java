package org.walletcounter.imports.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.walletcounter.imports.Reconciliation;
import org.walletcounter.imports.Reconciliation.Difference;
import org.walletcounter.imports.Reconciliation.Figure;
import org.walletcounter.imports.Reconciliation.LineClass;
import org.walletcounter.imports.internal.file.Treatment;
import org.walletcounter.kernel.Money;
import org.walletcounter.merchants.MerchantView;

/**
 * Puts the file's figures beside ours. Ours are counted in the books themselves, that is in the tables of payments, refunds,
 * products and members, not in what the import remembers of its own work; its notes are only used to explain differences.
 */
@Dependent
class Reconciling {

    private static final String SALES =
            " FROM imports.run_invoice i JOIN transactions.payment p ON p.merchant_id = :merchant"
                    + " AND p.sale_number = i.number AND p.tender_kind = 'HISTORICAL' AND p.state <> 'REFUSED'";
    private static final String RETURNS =
            " FROM imports.run_invoice i JOIN transactions.refund r ON r.merchant_id = :merchant"
                    + " AND split_part(r.number, '/', 1) = i.number AND r.tender_kind = 'HISTORICAL'";
    private static final String OF_RUN = " WHERE i.run_id = :run AND i.left_out IS NULL";

    @PersistenceContext(unitName = "counter")
    EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    Reconciling() {}

    /** Reconciles a run's file with the books as they stand now. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Reconciliation reconcile(UUID run, MerchantView merchant) {
        Queries queries = new Queries(entities, run, merchant.id());
        int decimals = Money.zero(merchant.currency()).decimals();
        List<LineClass> classes = classes(queries, decimals);
        List<Difference> differences = differences(queries, classes);
        List<Figure> figures = figures(queries, decimals);
        boolean explained = !figures.isEmpty() && explained(queries, figures, differences);
        return new Reconciliation(figures, classes, differences, explained);
    }

    private static List<LineClass> classes(Queries queries, int decimals) {
        return queries
                .rows("SELECT class, sum(lines), sum(value), sum(booked) FROM imports.tally WHERE run_id = :run"
                        + " GROUP BY class ORDER BY abs(sum(value)) DESC, class")
                .stream()
                .map(row -> lineClass(row, decimals))
                .toList();
    }

    private static LineClass lineClass(Object[] row, int decimals) {
        Treatment known = Treatment.of((String) row[0]);
        return new LineClass(
                known.code(),
                known.booked(),
                known.listed(),
                Queries.whole(row[1]),
                Queries.plain(Queries.decimal(row[2])),
                Queries.plain(Queries.decimal(row[3]).movePointLeft(decimals)));
    }

    private static List<Difference> differences(Queries queries, List<LineClass> classes) {
        List<Difference> differences = new ArrayList<>();
        for (LineClass each : classes) {
            BigDecimal sum = new BigDecimal(each.inBooks()).subtract(new BigDecimal(each.inFile()));
            long invoices = queries.number(
                    "SELECT count(*) FROM imports.run_invoice WHERE run_id = :run AND left_out = :text", each.code());
            if (!each.booked() || sum.signum() != 0 || invoices > 0) {
                differences.add(
                        new Difference(each.code(), each.booked() ? 0 : -each.lines(), invoices, Queries.plain(sum)));
            }
        }
        long splits = queries.number("SELECT coalesce(sum(splits), 0) FROM imports.tally WHERE run_id = :run");
        if (splits > 0) {
            differences.add(new Difference("return-split", splits, 0, "0"));
        }
        return differences;
    }

    /** None for a run that was broken off before its file was read through. */
    private static List<Figure> figures(Queries queries, int decimals) {
        return queries
                .rows("SELECT lines, invoices, cancellations, stock_codes, trading_days,"
                        + " without_customer, customers, value FROM imports.file_figures WHERE run_id = :run")
                .stream()
                .flatMap(file -> figures(queries, decimals, file).stream())
                .toList();
    }

    private static List<Figure> figures(Queries queries, int decimals, Object[] file) {
        Object[] sold = queries.rows("SELECT count(*), coalesce(sum(p.amount), 0)" + SALES + OF_RUN)
                .get(0);
        Object[] back = queries.rows("SELECT count(DISTINCT i.number), coalesce(sum(r.amount), 0)" + RETURNS + OF_RUN)
                .get(0);
        Object[] soldLines = lines(queries, "p.member_id", SALES, "transactions.sale_line l ON l.payment_id = p.id");
        Object[] backLines = lines(queries, "r.member_id", RETURNS, "transactions.refund_line l ON l.refund_id = r.id");
        BigDecimal value =
                Queries.decimal(sold[1]).subtract(Queries.decimal(back[1])).movePointLeft(decimals);
        return List.of(
                figure("lines", file[0], Queries.whole(soldLines[0]) + Queries.whole(backLines[0])),
                figure("invoices", file[1], Queries.whole(sold[0]) + Queries.whole(back[0])),
                figure("cancellations", file[2], Queries.whole(back[0])),
                figure("stock-codes", file[3], queries.number(STOCK_CODES)),
                figure("trading-days", file[4], queries.number(TRADING_DAYS)),
                figure("lines-without-customer", file[5], Queries.whole(soldLines[1]) + Queries.whole(backLines[1])),
                figure("customers", file[6], queries.number(CUSTOMERS)),
                new Figure(
                        "value",
                        Queries.plain(Queries.decimal(file[7])),
                        Queries.plain(value),
                        Queries.plain(value.subtract(Queries.decimal(file[7])))));
    }

    private static final String STOCK_CODES =
            "SELECT count(*) FROM imports.file_code c WHERE c.run_id = :run AND (EXISTS (SELECT 1 FROM orders.product p"
                    + " WHERE p.merchant_id = :merchant AND p.sku = c.sku) OR EXISTS (SELECT 1 FROM orders.product p"
                    + " WHERE p.merchant_id = :merchant AND p.barcode = c.sku))";
    private static final String CUSTOMERS =
            "SELECT count(DISTINCT m.id) FROM imports.file_customer c JOIN members.member m ON m.id = c.member_id"
                    + " AND m.merchant_id = :merchant WHERE c.run_id = :run";
    private static final String TRADING_DAYS = "SELECT count(*) FROM (SELECT p.business_day" + SALES + OF_RUN
            + " UNION SELECT r.business_day" + RETURNS + OF_RUN + ") AS days";

    private static Object[] lines(Queries queries, String member, String of, String join) {
        return queries.rows("SELECT count(*), count(*) FILTER (WHERE " + member + " IS NULL)" + of + " JOIN " + join
                        + OF_RUN)
                .get(0);
    }

    private static Figure figure(String name, Object inFile, long inBooks) {
        long file = Queries.whole(inFile);
        return new Figure(name, Long.toString(file), Long.toString(inBooks), Long.toString(inBooks - file));
    }

    /** Whether the classes and what was left out make up every difference, and every line is in a class. */
    private static boolean explained(Queries queries, List<Figure> figures, List<Difference> differences) {
        BigDecimal sum =
                differences.stream().map(each -> new BigDecimal(each.sum())).reduce(BigDecimal.ZERO, BigDecimal::add);
        long cancellations = queries.number("SELECT count(*) FROM imports.run_invoice WHERE run_id = :run"
                + " AND left_out IS NOT NULL AND cancellation");
        long days = queries.number("SELECT count(DISTINCT day) - count(DISTINCT day) FILTER (WHERE left_out IS NULL)"
                + " FROM imports.run_invoice WHERE run_id = :run");
        long tallied = queries.number("SELECT coalesce(sum(lines), 0) FROM imports.tally WHERE run_id = :run");
        List<BigDecimal> expected = List.of(
                BigDecimal.valueOf(
                        differences.stream().mapToLong(Difference::lines).sum()),
                BigDecimal.valueOf(
                        -differences.stream().mapToLong(Difference::invoices).sum()),
                BigDecimal.valueOf(-cancellations),
                BigDecimal.ZERO,
                BigDecimal.valueOf(-days),
                BigDecimal.valueOf(-queries.number(WITHOUT_CUSTOMER_NOT_BOOKED, notBooked())),
                BigDecimal.ZERO,
                sum);
        boolean all = tallied == Long.parseLong(figures.get(0).inFile());
        for (int i = 0; i < expected.size(); i++) {
            all &= new BigDecimal(figures.get(i).difference()).compareTo(expected.get(i)) == 0;
        }
        return all;
    }

    private static final String WITHOUT_CUSTOMER_NOT_BOOKED =
            "SELECT coalesce(sum(without_customer), 0) FROM imports.tally WHERE run_id = :run"
                    + " AND class = ANY (string_to_array(:text, ','))";

    private static String notBooked() {
        List<String> codes = new ArrayList<>();
        for (Treatment each : Treatment.values()) {
            if (!each.booked()) {
                codes.add(each.code());
            }
        }
        return String.join(",", codes);
    }
}
