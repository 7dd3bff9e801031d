package org.walletcounter.loyalty.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.walletcounter.loyalty.MemberStanding;

/** How members stand, by one statement. Thread-safe. */
final class JdbcStandings {

    private static final String SELECT = "SELECT (SELECT t.code FROM loyalty.member_tier mt"
            + " JOIN loyalty.tier t ON t.id = mt.tier_id WHERE mt.member_id = ? AND mt.merchant_id = ?) AS tier,"
            + " ARRAY(SELECT s.code FROM loyalty.segment s JOIN LATERAL (SELECT id FROM loyalty.segment_snapshot"
            + " WHERE segment_id = s.id AND state = 'DONE' ORDER BY id DESC LIMIT 1) n ON true"
            + " JOIN loyalty.segment_member m ON m.snapshot_id = n.id AND m.member_id = ?"
            + " WHERE s.merchant_id = ?) AS segments";

    private final Db db;

    JdbcStandings(Db db) {
        this.db = db;
    }

    MemberStanding of(UUID merchantId, UUID memberId) {
        return db.first(JdbcStandings::read, SELECT, memberId, merchantId, memberId, merchantId)
                .orElseThrow();
    }

    private static MemberStanding read(ResultSet row) throws SQLException {
        String[] segments = (String[]) row.getArray("segments").getArray();
        return new MemberStanding(row.getString("tier"), Set.of(segments));
    }
}
