package org.walletcounter.members;

import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.AccountId;

/**
 * A member's money in one currency (钱包).
 *
 * @param available what can be spent now
 * @param held what open holds have set aside
 * @param limitSingle the most one payment may take: the lower of the member's and the house's limit
 * @param limitDaily the same for one business day
 * @param ownSingle the member's own limit for one payment; null where they have set none
 * @param ownDaily the same for one business day
 */
public record WalletView(
        AccountId account,
        Money balance,
        Money available,
        Money held,
        @Nullable Money limitSingle,
        @Nullable Money limitDaily,
        @Nullable Money ownSingle,
        @Nullable Money ownDaily) {}
