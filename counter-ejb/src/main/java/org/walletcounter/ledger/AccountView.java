package org.walletcounter.ledger;

import org.jspecify.annotations.Nullable;

/**
 * An account as it stands.
 *
 * @param balance the sum of its postings, in minor units
 * @param held how much of it is promised by open holds
 * @param caps what may leave it, for a constrained account
 * @param frozen whether nothing may leave it now
 */
public record AccountView(AccountId id, AccountTerms terms, long balance, long held, Caps caps, boolean frozen) {

    /** What can still be spent or held: the balance less the holds, down to the floor. */
    public long available() {
        Long floor = terms.floor();
        return floor == null ? Long.MAX_VALUE : balance - held - floor;
    }

    /**
     * The most that may leave an account, in minor units; null means no cap.
     *
     * @param single with one journal
     * @param daily on one business day, all journals that count together
     */
    public record Caps(@Nullable Long single, @Nullable Long daily) {

        /** No caps. */
        public static final Caps NONE = new Caps(null, null);
    }
}
