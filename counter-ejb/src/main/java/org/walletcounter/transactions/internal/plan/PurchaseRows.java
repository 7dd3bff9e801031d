package org.walletcounter.transactions.internal.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Ids;
import org.walletcounter.orders.PricedLine;

/** Reads what a member bought, through the index of a member's payments. Joins the caller's transaction, and needs none. */
@Dependent
class PurchaseRows {

    /** The newest so many are looked at: dozens a day. Whoever buys more has a shorter past, not a slower page. */
    static final int MOST = 5_000;

    /** An id is made when a payment is recorded, at most so long before the business day it counts for begins. */
    private static final Duration EARLIER = Duration.ofDays(2);

    /**
     * The payments, with the sums of what was sold and came back by category. Each is looked up by its id: the partitions of
     * sale_line that cannot have it are not touched, and refunds are looked for only where there are some.
     */
    private static final String BOUGHT = "WITH bought AS MATERIALIZED (SELECT p.id, p.business_day,"
            + " p.amount - p.refunded AS net, p.refunded FROM transactions.payment p WHERE p.member_id = ?1 AND p.id >= ?2"
            + " AND p.merchant_id = ?3 AND p.currency = ?4 AND p.state = 'SUCCEEDED' AND p.business_day BETWEEN ?5 AND ?6"
            + " ORDER BY p.id DESC LIMIT ?7)"
            + " SELECT b.id, CAST(b.business_day AS text), b.net, b.refunded, l.category, l.amount FROM bought b"
            + " LEFT JOIN LATERAL (SELECT x.category, CAST(sum(x.amount) AS bigint) AS amount FROM ("
            + " SELECT s.category, s.amount FROM transactions.sale_line s WHERE s.payment_id = b.id UNION ALL"
            + " SELECT k.category, -k.amount FROM transactions.refund r JOIN transactions.refund_line k"
            + " ON k.refund_id = r.id WHERE b.refunded > 0 AND r.payment_id = b.id) x GROUP BY x.category) l ON true"
            + " ORDER BY b.id DESC, l.category";

    private static final String BEFORE = "SELECT 1 FROM transactions.payment WHERE member_id = ?1 AND merchant_id = ?2"
            + " AND currency = ?3 AND state = 'SUCCEEDED' AND business_day < ?4 LIMIT 1";

    private static final String SALE = "SELECT p.store_id, p.tender_kind, p.amount,"
            + " CAST(extract(epoch FROM p.occurred_at) AS bigint), s.line, s.product_id, s.sku, s.text, s.category,"
            + " s.quantity, s.unit_amount, s.amount FROM transactions.payment p"
            + " LEFT JOIN transactions.sale_line s ON s.payment_id = p.id AND s.quantity > 0 AND s.unit_amount >= 0"
            + " WHERE p.id = ?1 ORDER BY s.line";

    @PersistenceContext(unitName = "counter")
    EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    PurchaseRows() {}

    /** Whose purchases, and in which currency. */
    record Whose(UUID merchantId, UUID memberId, String currency) {}

    /** The purchases of these business days, newest first. */
    List<Purchase> between(Whose whose, LocalDate from, LocalDate until) {
        Instant earliest = from.atStartOfDay(ZoneOffset.UTC).toInstant().minus(EARLIER);
        Map<UUID, Read> found = new LinkedHashMap<>();
        rows(BOUGHT, whose.memberId(), Ids.floor(earliest), whose.merchantId(), whose.currency(), from, until, MOST)
                .forEach(row -> found.computeIfAbsent((UUID) row[0], id -> new Read(row))
                        .add(row));
        return new ArrayList<>(found.values().stream().map(Read::purchase).toList());
    }

    /** Whether there is a purchase before a business day. */
    boolean anyBefore(Whose whose, LocalDate day) {
        return !query(BEFORE, whose.memberId(), whose.merchantId(), whose.currency(), day)
                .getResultList()
                .isEmpty();
    }

    /** A sale as it was, at its list prices. */
    Sold sale(UUID paymentId) {
        List<Object[]> rows = rows(SALE, paymentId);
        Object[] first = rows.get(0);
        List<PricedLine> lines = rows.stream()
                .filter(row -> row[4] != null)
                .map(PurchaseRows::line)
                .toList();
        return new Sold(
                (UUID) first[0], (String) first[1], number(first[2]), Instant.ofEpochSecond(number(first[3])), lines);
    }

    /**
     * A sale that was paid.
     *
     * @param tenderKind the one kind of tender that paid it, or MIXED or OFFERS
     */
    record Sold(UUID storeId, String tenderKind, long amount, Instant at, List<PricedLine> lines) {}

    private static PricedLine line(Object[] row) {
        return new PricedLine(
                (int) number(row[4]),
                (UUID) row[5],
                (String) row[6],
                (String) row[7],
                (String) row[8],
                (int) number(row[9]),
                number(row[10]),
                number(row[11]));
    }

    /** A purchase that is being read. */
    private static final class Read {

        private final UUID id;
        private final LocalDate day;
        private final long net;
        private final boolean kept;
        private final Map<String, Long> lines = new HashMap<>();

        Read(Object[] row) {
            id = (UUID) row[0];
            day = LocalDate.parse((String) row[1]);
            net = number(row[2]);
            kept = number(row[3]) == 0;
        }

        void add(Object[] row) {
            if (row[4] != null) {
                lines.put((String) row[4], number(row[5]));
            }
        }

        Purchase purchase() {
            return Purchase.of(id, day, net, kept, lines);
        }
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    @SuppressWarnings("unchecked") // the provider's own type of a row
    private List<Object[]> rows(String sql, @Nullable Object... values) {
        return query(sql, values).getResultList();
    }

    private Query query(String sql, @Nullable Object... values) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }
}
