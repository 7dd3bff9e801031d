package org.walletcounter.loyalty.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.walletcounter.ledger.AccountId;

/**
 * A member in a programme, with the accounts.
 *
 * @param owing whether something stands on the debt account
 */
record Standing(
        UUID programmeId,
        UUID memberId,
        UUID merchantId,
        AccountId pending,
        AccountId points,
        AccountId debt,
        boolean owing) {

    static Standing read(ResultSet row) throws SQLException {
        return new Standing(
                Db.id(row, "programme_id"),
                Db.id(row, "member_id"),
                Db.id(row, "merchant_id"),
                new AccountId(row.getLong("pending_account")),
                new AccountId(row.getLong("points_account")),
                new AccountId(row.getLong("debt_account")),
                row.getBoolean("owing"));
    }
}
