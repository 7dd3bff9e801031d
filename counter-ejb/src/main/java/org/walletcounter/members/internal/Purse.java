package org.walletcounter.members.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountView.Caps;

/**
 * A wallet, as far as paying from it needs to know.
 *
 * @param single the member's own limit for one payment
 * @param daily the member's own limit for a day
 * @param told what its account was last told of its caps
 */
record Purse(
        AccountId account, @Nullable Long single, @Nullable Long daily, Caps told) {

    /** The columns of {@link #of}, of {@code members.wallet w}. */
    static final String COLUMNS = "w.account_id, w.limit_single, w.limit_daily, w.told_single, w.told_daily";

    /** Null when there is no wallet. */
    static @Nullable Purse of(ResultSet row) throws SQLException {
        Long account = row.getObject("account_id", Long.class);
        return account == null
                ? null
                : new Purse(
                        new AccountId(account),
                        row.getObject("limit_single", Long.class),
                        row.getObject("limit_daily", Long.class),
                        new Caps(row.getObject("told_single", Long.class), row.getObject("told_daily", Long.class)));
    }

    /** Whether the account was told what the house lets leave a wallet now. */
    boolean isUpToDate(Caps house) {
        return told.equals(Wallets.caps(house, single, daily));
    }
}
