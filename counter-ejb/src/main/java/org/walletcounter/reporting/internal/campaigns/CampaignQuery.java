package org.walletcounter.reporting.internal.campaigns;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.reporting.CampaignResult;
import org.walletcounter.reporting.CampaignResult.Effect;
import org.walletcounter.reporting.CampaignResult.Kind;

/** Reads a campaign's result, all of it in one snapshot. Thread-safe. */
public final class CampaignQuery {

    private static final String KIND = "SELECT 'PROMOTION' FROM promotions.campaign WHERE id = ? AND merchant_id = ?"
            + " UNION SELECT 'VOUCHER' FROM vouchers.campaign c WHERE c.id = ? AND (c.merchant_id = ? OR EXISTS"
            + " (SELECT 1 FROM vouchers.party p WHERE p.campaign_id = c.id AND p.merchant_id = ?))";

    private static final String FIGURES = "SELECT store_id, day, party, sum(sales) AS sales, sum(uses) AS uses,"
            + " sum(pieces) AS pieces, sum(list) AS list, sum(paid) AS paid, sum(reduction) AS reduction,"
            + " sum(undone) AS undone FROM reporting.campaign_figures(?, ?, ?, ?) WHERE campaign_id = ? AND currency = ?"
            + " GROUP BY GROUPING SETS ((party), (party, store_id), (party, day))"
            + " HAVING party = '' OR grouping(store_id) = 1 AND grouping(day) = 1"
            + " ORDER BY day NULLS FIRST, sum(reduction - undone) DESC, party, store_id";

    private static final String ALL = "SELECT coalesce(sum(n), 0), coalesce(sum(gross), 0) FROM"
            + " reporting.figures(?, ARRAY['outcome'], ?, ?, ?) WHERE currency = ? AND key = 'SUCCEEDED'";

    private static final String LIFE = "SELECT came,"
            + " count(*) FILTER (WHERE counts AND issued BETWEEN ? AND ?) AS given,"
            + " count(*) FILTER (WHERE state = 'EXPIRED' AND NOT to_pool AND gone BETWEEN ? AND ?) AS expired,"
            + " count(*) FILTER (WHERE state = 'WITHDRAWN' AND gone BETWEEN ? AND ?) AS withdrawn,"
            + " count(*) FILTER (WHERE state = 'IN_HAND') AS in_hand FROM (SELECT *,"
            + " (issued_at AT TIME ZONE ?)::date AS issued, (left_at AT TIME ZONE ?)::date AS gone,"
            + " came <> 'GIFT' AND NOT (to_pool AND state = 'EXPIRED') AS counts"
            + " FROM vouchers.voucher WHERE campaign_id = ?) v GROUP BY came ORDER BY given DESC, came";

    private static final String USED =
            "SELECT count(*), (avg(extract(epoch FROM r.used_at - v.issued_at)) / 3600)::bigint"
                    + " FROM vouchers.redemption r JOIN vouchers.voucher v ON v.id = r.voucher_id WHERE r.campaign_id = ?"
                    + " AND r.back_journal IS NULL AND r.business_day BETWEEN ? AND ? AND (?::uuid IS NULL OR r.store_id = ?)";

    private final DataSource books;

    public CampaignQuery(DataSource books) {
        this.books = books;
    }

    /** What is asked. */
    public record Asked(MerchantView merchant, @Nullable UUID store, UUID campaign, LocalDate from, LocalDate to) {

        Money money(long minor) {
            return Money.of(minor, merchant.currency());
        }
    }

    /** The result, if the merchant has such a campaign. */
    public Optional<CampaignResult> read(Asked asked) throws SQLException {
        try (Connection connection = books.getConnection()) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try {
                Kind kind = kind(connection, asked);
                return kind == null ? Optional.empty() : Optional.of(result(connection, asked, kind));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** Whether the merchant has such a campaign. */
    boolean isThere(Asked asked) throws SQLException {
        try (Connection connection = books.getConnection()) {
            return kind(connection, asked) != null;
        }
    }

    private static @Nullable Kind kind(Connection connection, Asked asked) throws SQLException {
        UUID merchant = asked.merchant().id();
        try (PreparedStatement statement =
                        prepared(connection, KIND, asked.campaign(), merchant, asked.campaign(), merchant, merchant);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Kind.valueOf(row.getString(1)) : null;
        }
    }

    private static CampaignResult result(Connection connection, Asked asked, Kind kind) throws SQLException {
        Parts parts = new Parts(asked);
        try (PreparedStatement statement = prepared(
                        connection,
                        FIGURES,
                        asked.merchant().id(),
                        asked.from(),
                        asked.to(),
                        asked.store(),
                        asked.campaign(),
                        asked.merchant().currency());
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                parts.add(row);
            }
        }
        CampaignResult.Everything all = all(connection, asked);
        return new CampaignResult(
                asked.campaign(),
                kind,
                asked.from(),
                asked.to(),
                parts.whole,
                baskets(asked, all, parts.whole),
                parts.funders,
                parts.stores,
                parts.days,
                all,
                GivenBesides.read(connection, asked),
                kind == Kind.VOUCHER ? life(connection, asked) : null,
                null);
    }

    /** The whole and its parts, as the rows come. */
    private static final class Parts {

        private final Asked asked;
        private final List<CampaignResult.ByFunder> funders = new ArrayList<>();
        private final List<CampaignResult.ByStore> stores = new ArrayList<>();
        private final List<CampaignResult.ByDay> days = new ArrayList<>();
        private Effect whole;

        Parts(Asked asked) {
            this.asked = asked;
            this.whole = effect(asked, new long[7]);
        }

        void add(ResultSet row) throws SQLException {
            UUID store = row.getObject("store_id", UUID.class);
            LocalDate day = row.getObject("day", LocalDate.class);
            String party = row.getString("party");
            Effect effect = effect(asked, sums(row));
            if (store != null) {
                stores.add(new CampaignResult.ByStore(store, effect));
            } else if (day != null) {
                days.add(new CampaignResult.ByDay(day, effect));
            } else if (party.isEmpty()) {
                whole = effect;
            } else {
                funders.add(new CampaignResult.ByFunder(party, effect.reduction(), effect.undone(), effect.cost()));
            }
        }
    }

    private static long[] sums(ResultSet row) throws SQLException {
        return new long[] {
            row.getLong("sales"),
            row.getLong("uses"),
            row.getLong("pieces"),
            row.getLong("list"),
            row.getLong("paid"),
            row.getLong("reduction"),
            row.getLong("undone")
        };
    }

    private static Effect effect(Asked asked, long[] sums) {
        return new Effect(
                sums[0],
                sums[1],
                sums[2],
                asked.money(sums[3]),
                asked.money(sums[4]),
                asked.money(sums[5]),
                asked.money(sums[6]),
                asked.money(sums[5] - sums[6]));
    }

    private static CampaignResult.Everything all(Connection connection, Asked asked) throws SQLException {
        try (PreparedStatement statement = prepared(
                        connection,
                        ALL,
                        asked.merchant().id(),
                        asked.from(),
                        asked.to(),
                        asked.store(),
                        asked.merchant().currency());
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new CampaignResult.Everything(row.getLong(1), asked.money(row.getLong(2)));
        }
    }

    private static CampaignResult.Baskets baskets(Asked asked, CampaignResult.Everything all, Effect whole) {
        long paid = whole.paid().minor();
        return new CampaignResult.Baskets(
                average(asked, paid, whole.sales()),
                average(asked, all.paid().minor() - paid, all.count() - whole.sales()));
    }

    /** To the nearest minor unit. */
    private static @Nullable Money average(Asked asked, long amount, long sales) {
        return sales <= 0 ? null : asked.money(Math.floorDiv(2 * amount + sales, 2 * sales));
    }

    private static CampaignResult.VoucherLife life(Connection connection, Asked asked) throws SQLException {
        String zone = asked.merchant().zone().getId();
        long[] sums = new long[4];
        List<CampaignResult.Way> ways = new ArrayList<>();
        try (PreparedStatement statement = prepared(
                        connection,
                        LIFE,
                        asked.from(),
                        asked.to(),
                        asked.from(),
                        asked.to(),
                        asked.from(),
                        asked.to(),
                        zone,
                        zone,
                        asked.campaign());
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += row.getLong(i + 2);
                }
                if (row.getLong("given") > 0) {
                    ways.add(new CampaignResult.Way(row.getString("came"), row.getLong("given")));
                }
            }
        }
        try (PreparedStatement statement = prepared(
                        connection, USED, asked.campaign(), asked.from(), asked.to(), asked.store(), asked.store());
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new CampaignResult.VoucherLife(
                    sums[0], row.getLong(1), sums[1], sums[2], sums[3], row.getObject(2, Long.class), ways);
        }
    }

    static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
