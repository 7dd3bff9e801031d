package org.walletcounter.reporting.internal.campaigns;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.walletcounter.promotions.Promise;
import org.walletcounter.reporting.CampaignResult;

/** Reads what a campaign gave besides a lower price, as its promises stand now. Stateless. */
final class GivenBesides {

    private static final String GIVEN = "SELECT g.kind, g.what, count(DISTINCT g.payment_id), sum(g.count)::bigint,"
            + " sum(least(g.taken_back, g.count))::bigint,"
            + " coalesce(sum(g.count - g.taken_back) FILTER (WHERE g.state = 'DUE'), 0)::bigint,"
            + " coalesce(sum(g.count - least(g.taken_back, g.count)) FILTER (WHERE g.state = 'FAILED'), 0)::bigint,"
            + " coalesce(sum(div(g.worth::numeric * (g.count - least(g.taken_back, g.count)), greatest(g.count, 1)))"
            + " FILTER (WHERE g.state <> 'FAILED'), 0)::bigint"
            + " FROM transactions.promise g JOIN transactions.payment p ON p.id = g.payment_id"
            + " WHERE g.campaign_id = ? AND g.merchant_id = ? AND g.currency = ? AND p.state = 'SUCCEEDED'"
            + " AND p.business_day BETWEEN ? AND ? AND (?::uuid IS NULL OR g.store_id = ?)"
            + " GROUP BY g.kind, g.what ORDER BY 3 DESC, 1, 2";

    private GivenBesides() {}

    static List<CampaignResult.Given> read(Connection connection, CampaignQuery.Asked asked) throws SQLException {
        List<CampaignResult.Given> given = new ArrayList<>();
        try (PreparedStatement statement = CampaignQuery.prepared(
                        connection,
                        GIVEN,
                        asked.campaign(),
                        asked.merchant().id(),
                        asked.merchant().currency(),
                        asked.from(),
                        asked.to(),
                        asked.store(),
                        asked.store());
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                given.add(new CampaignResult.Given(
                        Promise.Kind.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        asked.money(row.getLong(8))));
            }
        }
        return given;
    }
}
