package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.transactions.internal.checkout.ClaimingBack;

/** Cash-back that a refund claims, noted with it. */
@Dependent
class ClaimedCashBack {

    private final ClaimingBack claiming;

    @Inject
    ClaimedCashBack(ClaimingBack claiming) {
        this.claiming = claiming;
    }

    /** Claims so much from the payment's member, once the refund's money has gone back. */
    void with(Actor actor, Refund refund, Payment payment, long minor) {
        UUID member = payment.memberId();
        if (minor != 0 && member != null) {
            ClaimingBack.Claimed claimed = claiming.claim(
                    actor,
                    new ClaimingBack.Claim(
                            member, payment.storeId(), payment.id(), payment.currency(), minor, refund.businessDay()));
            refund.claimed(claimed.taken(), claimed.owed());
        }
    }
}
