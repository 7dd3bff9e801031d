package org.walletcounter.reporting.internal.uplift;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.reporting.Uplift;

/**
 * Reads what each member bought while a promotion ran, one row a member, and puts them into their groups as they come: no
 * more is held than the groups' sums. Thread-safe.
 */
public final class UpliftQuery {

    private static final int FETCH = 2000;

    /** Goods may come back without money, so that nothing was refunded does not say that nothing came back. */
    private static final String MEMBERS =
            "WITH sale AS MATERIALIZED (SELECT p.member_id, p.id, p.amount - p.refunded AS paid,"
                    + " CASE WHEN p.refunded = 0 AND NOT EXISTS (SELECT FROM transactions.refund f"
                    + " WHERE f.payment_id = p.id) THEN p.amount - (SELECT CASE WHEN bool_and(i.unit_cost IS NOT NULL)"
                    + " THEN sum(l.quantity * i.unit_cost) END FROM transactions.sale_line l"
                    + " LEFT JOIN orders.product i ON i.id = l.product_id WHERE l.payment_id = p.id) END AS margin"
                    + " FROM transactions.payment p WHERE p.merchant_id = ? AND p.business_day BETWEEN ? AND ?"
                    + " AND p.state = 'SUCCEEDED' AND p.currency = ? AND p.member_id IS NOT NULL"
                    + " AND transactions.bought(p.id, p.amount, p.refunded) AND (?::uuid IS NULL OR p.store_id = ?)),"
                    + " cost AS (SELECT r.payment_id, sum(r.amount) AS amount FROM transactions.reduction r WHERE r.campaign_id = ?"
                    + " GROUP BY 1 UNION ALL SELECT f.payment_id, -sum(v.amount) FROM transactions.refund_reversal v"
                    + " JOIN transactions.refund f ON f.id = v.refund_id WHERE v.campaign_id = ? GROUP BY 1"
                    + " UNION ALL SELECT g.payment_id, sum(div(g.worth::numeric * (g.count - least(g.taken_back, g.count)),"
                    + " greatest(g.count, 1)))"
                    + " FROM transactions.promise g WHERE g.campaign_id = ? AND g.state IN ('DUE', 'KEPT') GROUP BY 1),"
                    + " bought AS (SELECT member_id, count(*) AS sales, sum(paid) AS paid, coalesce(sum(margin), 0) AS margin,"
                    + " count(margin) AS costed FROM sale GROUP BY 1),"
                    + " given AS (SELECT s.member_id, sum(c.amount) AS cost FROM cost c JOIN sale s ON s.id = c.payment_id GROUP BY 1)"
                    + " SELECT m.id, coalesce(b.sales, 0), coalesce(b.paid, 0), coalesce(b.margin, 0), coalesce(b.costed, 0),"
                    + " coalesce(g.cost, 0)::bigint FROM members.member m LEFT JOIN bought b ON b.member_id = m.id"
                    + " LEFT JOIN given g ON g.member_id = m.id"
                    + " WHERE m.merchant_id = ? AND (m.joined_at AT TIME ZONE ?)::date <= ?";

    /** A gate's payment, whose number is made of its id, is none: members paid its fares, though it names none. */
    private static final String ANONYMOUS = "SELECT count(*) FROM transactions.payment p WHERE p.merchant_id = ?"
            + " AND p.business_day BETWEEN ? AND ? AND p.state = 'SUCCEEDED' AND p.currency = ? AND p.member_id IS NULL"
            + " AND p.sale_number <> 'TAPS-' || p.id::text AND (?::uuid IS NULL OR p.store_id = ?)";

    private final DataSource books;

    public UpliftQuery(DataSource books) {
        this.books = books;
    }

    /** What is asked, of which versions of the campaign. */
    public record Asked(
            MerchantView merchant, @Nullable UUID store, List<CampaignView> versions, LocalDate from, LocalDate to) {}

    /** The uplift, if the campaign was ever on with somebody held out, and ran on one of these days. */
    public Optional<Uplift> read(Asked asked) throws SQLException {
        List<CampaignView> approved = asked.versions().stream()
                .filter(each -> each.approver() != null)
                .toList();
        IntSummaryStatistics shares =
                approved.stream().mapToInt(UpliftQuery::share).summaryStatistics();
        if (approved.isEmpty() || shares.getMax() == 0) {
            return Optional.empty();
        }
        Days days = Days.of(asked, approved);
        if (days.from().isAfter(days.to())) {
            return Optional.empty();
        }
        return Optional.of(compared(asked, days, new Parting(approved.get(0), shares)));
    }

    private static int share(CampaignView version) {
        return Objects.requireNonNullElse(version.content().terms().heldOut(), 0);
    }

    private Uplift compared(Asked asked, Days days, Parting parting) throws SQLException {
        try (Connection connection = books.getConnection()) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try {
                readMembers(connection, asked, days, parting);
                String currency = asked.merchant().currency();
                return new Uplift(
                        days.from(),
                        days.to(),
                        parting.share(),
                        parting.with().group(currency),
                        parting.without().group(currency),
                        anonymous(connection, asked, days),
                        Weighing.measures(parting.with(), parting.without()),
                        Weighing.costPerExtraSale(parting.with(), parting.without(), currency));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void readMembers(Connection connection, Asked asked, Days days, Parting parting)
            throws SQLException {
        UUID campaign = asked.versions().get(0).id();
        MerchantView merchant = asked.merchant();
        try (PreparedStatement select = prepared(
                connection,
                MEMBERS,
                merchant.id(),
                days.from(),
                days.to(),
                merchant.currency(),
                asked.store(),
                asked.store(),
                campaign,
                campaign,
                campaign,
                merchant.id(),
                merchant.zone().getId(),
                days.to())) {
            select.setFetchSize(FETCH);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    parting.add(
                            row.getObject(1, UUID.class),
                            new Side.Bought(
                                    row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)));
                }
            }
        }
    }

    private static long anonymous(Connection connection, Asked asked, Days days) throws SQLException {
        try (PreparedStatement select = prepared(
                        connection,
                        ANONYMOUS,
                        asked.merchant().id(),
                        days.from(),
                        days.to(),
                        asked.merchant().currency(),
                        asked.store(),
                        asked.store());
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
