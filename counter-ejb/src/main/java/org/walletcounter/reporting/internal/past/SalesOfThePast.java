package org.walletcounter.reporting.internal.past;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.Holdings;
import org.walletcounter.promotions.PastSales;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.Shopper;
import org.walletcounter.reporting.HouseCategory;

/** Reads past sales from the books, page by page, so that neither memory nor a long snapshot is held. */
@Dependent
public class SalesOfThePast implements PastSales {

    /** But for what gates took: such a payment gathers fares of many members. Its number is made of its id. */
    private static final String OF_PERIOD = " FROM transactions.payment p WHERE p.merchant_id = ?"
            + " AND p.business_day BETWEEN ? AND ? AND p.state = 'SUCCEEDED' AND p.currency = ?"
            + " AND (cardinality(?) = 0 OR p.store_id = ANY (?))"
            + " AND (p.member_id IS NOT NULL OR p.tender_kind <> 'WALLET' OR p.sale_number <> 'TAPS-' || p.id::text)";

    private static final String PAGE = "WITH page AS MATERIALIZED (SELECT p.* " + OF_PERIOD
            + " AND (p.business_day, p.id) > (?, ?) ORDER BY p.business_day, p.id LIMIT ?)"
            + " SELECT p.*, m.zone, l.line, l.sku, l.category, l.quantity, l.unit_amount, i.unit_cost, coalesce(i.brand, '') AS brand,"
            + " coalesce(i.tags, '{}') AS tags, t.code AS tier,"
            + " CASE WHEN p.tender_kind NOT IN ('MIXED', 'OFFERS') THEN ARRAY[p.tender_kind] ELSE"
            + " ARRAY(SELECT kind FROM transactions.tender x WHERE x.payment_id = p.id) END AS tenders,"
            + " p.member_id IS NOT NULL AND NOT EXISTS (SELECT FROM transactions.payment e WHERE e.member_id = p.member_id"
            + " AND e.state = 'SUCCEEDED' AND transactions.bought(e.id, e.amount, e.refunded)"
            + " AND e.occurred_at < p.occurred_at) AS first_purchase,"
            + " ARRAY(SELECT s.code FROM loyalty.segment s JOIN LATERAL (SELECT id FROM loyalty.segment_snapshot"
            + " WHERE segment_id = s.id AND state = 'DONE' ORDER BY id DESC LIMIT 1) n ON true"
            + " JOIN loyalty.segment_member g ON g.snapshot_id = n.id AND g.member_id = p.member_id"
            + " WHERE s.merchant_id = p.merchant_id) AS segments"
            + " FROM page p LEFT JOIN merchants.merchant m ON m.id = p.merchant_id"
            + " LEFT JOIN LATERAL (SELECT * FROM transactions.sale_line s WHERE s.payment_id = p.id) l ON true"
            + " LEFT JOIN orders.product i ON i.id = l.product_id"
            + " LEFT JOIN loyalty.member_tier y ON y.member_id = p.member_id"
            + " LEFT JOIN loyalty.tier t ON t.id = y.tier_id"
            + " ORDER BY p.business_day, p.id, l.line";

    private static final UUID FIRST = new UUID(0, 0);

    @Nullable
    @Resource(lookup = "java:jboss/datasources/CounterDS")
    private DataSource books;

    /** For the container. */
    public SalesOfThePast() {}

    /** On a data source at hand. */
    public SalesOfThePast(DataSource books) {
        this.books = books;
    }

    @Override
    public long count(Period period) {
        return read("SELECT count(*)" + OF_PERIOD, period, null, 0, row -> {
            row.next();
            return row.getLong(1);
        });
    }

    @Override
    public List<PastSale> next(Period period, @Nullable Cursor after, int limit) {
        Cursor from = after == null ? new Cursor(period.from(), FIRST) : after;
        return read(PAGE, period, from, limit, SalesOfThePast::sales);
    }

    private <T> T read(String sql, Period period, @Nullable Cursor after, int limit, Reader<T> reader) {
        if (books == null) {
            throw new IllegalStateException("The books are not there yet.");
        }
        try (Connection connection = books.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, period.merchantId());
            select.setObject(2, period.from());
            select.setObject(3, period.until());
            select.setString(4, period.currency());
            Array stores = connection.createArrayOf("uuid", period.stores().toArray());
            select.setArray(5, stores);
            select.setArray(6, stores);
            if (after != null) {
                select.setObject(7, after.day());
                select.setObject(8, after.id());
                select.setInt(9, limit);
            }
            try (ResultSet row = select.executeQuery()) {
                return reader.read(row);
            }
        } catch (SQLException failure) {
            throw new CounterException(KernelError.UNAVAILABLE);
        }
    }

    private static List<PastSale> sales(ResultSet row) throws SQLException {
        List<PastSale> sales = new ArrayList<>();
        Sold sale = null;
        while (row.next()) {
            UUID id = row.getObject("id", UUID.class);
            if (sale == null || !sale.id.equals(id)) {
                add(sales, sale);
                sale = new Sold(row);
            }
            sale.line(row);
        }
        add(sales, sale);
        return sales;
    }

    private static void add(List<PastSale> sales, @Nullable Sold sale) {
        if (sale != null) {
            sales.add(sale.done());
        }
    }

    /** Reads rows. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** A sale whose lines are being read. */
    private static final class Sold {

        private final UUID id;
        private final Cursor cursor;
        private final String number;
        private final String currency;
        private final long amount;
        private final Basket.Place place;
        private final Shopper shopper;
        private final ZonedDateTime moment;
        private final List<Basket.Line> lines = new ArrayList<>();
        private boolean beyond;

        Sold(ResultSet row) throws SQLException {
            id = row.getObject("id", UUID.class);
            cursor = new Cursor(row.getObject("business_day", LocalDate.class), id);
            number = row.getString("sale_number");
            currency = row.getString("currency");
            amount = row.getLong("amount");
            place = new Basket.Place(
                    row.getObject("store_id", UUID.class),
                    row.getObject("till_id", UUID.class),
                    "till",
                    "retail",
                    texts(row, "tenders"),
                    Set.of());
            shopper = new Shopper(
                    row.getObject("member_id", UUID.class),
                    row.getString("tier"),
                    texts(row, "segments"),
                    null,
                    row.getBoolean("first_purchase"),
                    null);
            String zone = row.getString("zone");
            moment = row.getObject("occurred_at", OffsetDateTime.class)
                    .atZoneSameInstant(ZoneId.of(zone == null ? "UTC" : zone));
        }

        void line(ResultSet row) throws SQLException {
            int position = row.getInt("line");
            if (row.wasNull() || row.getInt("quantity") <= 0) {
                return;
            }
            try {
                lines.add(new Basket.Line(
                        position,
                        row.getString("sku"),
                        row.getString("category"),
                        row.getString("brand"),
                        texts(row, "tags"),
                        row.getInt("quantity"),
                        row.getLong("unit_amount"),
                        0,
                        null,
                        row.getObject("unit_cost", Long.class)));
            } catch (CounterException beyondAnyBasket) {
                beyond = true;
            }
        }

        PastSale done() {
            if (lines.isEmpty() && !beyond) {
                openLine();
            }
            if (beyond || lines.size() > Basket.MOST_LINES) {
                return new PastSale(cursor, null);
            }
            Basket basket = new Basket(number, currency, lines, place, Basket.PriceRules.PLAIN);
            return new PastSale(
                    cursor, new QuoteRequest(basket, shopper, Holdings.NONE, QuoteRequest.Wishes.NONE, moment));
        }

        /** Nothing is known of such a sale but its amount. */
        private void openLine() {
            try {
                lines.add(Basket.Line.of(1, "", HouseCategory.OPEN.code(), 1, amount));
            } catch (CounterException beyondAnyBasket) {
                beyond = true;
            }
        }

        /** Each once: a sale may be paid with two tenders of a kind. */
        private static Set<String> texts(ResultSet row, String column) throws SQLException {
            return Set.copyOf(List.of((String[]) row.getArray(column).getArray()));
        }
    }
}
