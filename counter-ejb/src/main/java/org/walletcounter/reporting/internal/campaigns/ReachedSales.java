package org.walletcounter.reporting.internal.campaigns;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.walletcounter.kernel.Money;
import org.walletcounter.kernel.Page;
import org.walletcounter.reporting.CampaignSale;

/** Reads the sales that a campaign reached, newest first. Thread-safe. */
final class ReachedSales {

    private static final String PAGE = "SELECT p.id, p.sale_number, p.occurred_at, p.store_id, p.amount, p.currency,"
            + " sum(u.off)::bigint AS off FROM (SELECT payment_id, amount AS off FROM transactions.reduction"
            + " WHERE campaign_id = ? AND payment_id < ? UNION ALL SELECT payment_id, 0 FROM transactions.promise"
            + " WHERE campaign_id = ? AND payment_id < ?) u JOIN transactions.payment p ON p.id = u.payment_id"
            + " WHERE p.merchant_id = ? AND p.state = 'SUCCEEDED' AND (?::uuid IS NULL OR p.store_id = ?)"
            + " GROUP BY p.id ORDER BY p.id DESC LIMIT ?";

    private final DataSource books;

    ReachedSales(DataSource books) {
        this.books = books;
    }

    Page<CampaignSale> page(CampaignQuery.Asked asked, UUID before, int limit) throws SQLException {
        List<CampaignSale> sales = new ArrayList<>();
        try (Connection connection = books.getConnection();
                PreparedStatement select = CampaignQuery.prepared(
                        connection,
                        PAGE,
                        asked.campaign(),
                        before,
                        asked.campaign(),
                        before,
                        asked.merchant().id(),
                        asked.store(),
                        asked.store(),
                        limit + 1);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sales.add(sale(row));
            }
        }
        List<CampaignSale> page = sales.size() > limit ? sales.subList(0, limit) : sales;
        return new Page<>(
                List.copyOf(page),
                sales.size() > limit ? page.get(limit - 1).paymentId().toString() : null);
    }

    private static CampaignSale sale(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new CampaignSale(
                row.getObject("id", UUID.class),
                row.getString("sale_number"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("store_id", UUID.class),
                Money.of(row.getLong("amount"), currency),
                Money.of(row.getLong("off"), currency));
    }
}
