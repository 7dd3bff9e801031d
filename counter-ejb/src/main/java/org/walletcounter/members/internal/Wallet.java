package org.walletcounter.members.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountView.Caps;

/**
 * A member's wallet in one currency: the ledger keeps the money, this row the member's own limits and what the ledger was told of
 * them.
 */
@Entity
@Table(schema = "members", name = "wallet")
class Wallet {

    @Id
    @Column(name = "account_id")
    private long accountId;

    @Column(name = "member_id")
    private UUID memberId;

    @Column(columnDefinition = "char(3)")
    private String currency;

    @Column(name = "limit_single")
    private @Nullable Long limitSingle;

    @Column(name = "limit_daily")
    private @Nullable Long limitDaily;

    @Column(name = "told_single")
    private @Nullable Long toldSingle;

    @Column(name = "told_daily")
    private @Nullable Long toldDaily;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected Wallet() {}

    Wallet(AccountId account, UUID memberId, String currency) {
        this.accountId = account.value();
        this.memberId = memberId;
        this.currency = currency;
    }

    AccountId account() {
        return new AccountId(accountId);
    }

    UUID memberId() {
        return memberId;
    }

    String currency() {
        return currency;
    }

    @Nullable
    Long limitSingle() {
        return limitSingle;
    }

    @Nullable
    Long limitDaily() {
        return limitDaily;
    }

    /** What the account was last told of its caps. */
    Caps told() {
        return new Caps(toldSingle, toldDaily);
    }

    void tell(Caps caps) {
        toldSingle = caps.single();
        toldDaily = caps.daily();
    }

    void limit(@Nullable Money single, @Nullable Money daily) {
        limitSingle = single == null ? null : single.minor();
        limitDaily = daily == null ? null : daily.minor();
    }
}
