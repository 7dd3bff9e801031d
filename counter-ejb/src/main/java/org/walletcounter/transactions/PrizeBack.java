package org.walletcounter.transactions;

import org.walletcounter.promotions.Terms;

/**
 * What becomes of prizes whose tickets a refund takes back (奖品收回).
 *
 * @param count how many of this prize become that
 */
public record PrizeBack(Terms.Names names, Becomes becomes, int count) {

    /** What can become of it. */
    public enum Becomes {
        /** The member does not have it yet: it goes back into its stock, and the code that was shown is worth nothing now. */
        PUT_BACK,
        /** An unused voucher: it is withdrawn within seconds, unless the member uses it before. */
        WITHDRAWN,
        /** It stays the member's: handed over, used, or points and money that were given. */
        KEPT
    }
}
