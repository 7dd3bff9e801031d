package org.walletcounter.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An account as it stands.
 *
 * @param balance the sum of its postings, in minor units
 * @param held how much of it is promised by open holds
 * @param caps what may leave it, for a constrained account
 * @param frozen whether nothing may leave it now
 * @param out what has left it, for a constrained account
 */
public record AccountView(
        AccountId id, AccountTerms terms, long balance, long held, Caps caps, boolean frozen, Out out) {

    /** What can still be spent or held: the balance less the holds, down to the floor. */
    public long available() {
        Long floor = terms.floor();
        return floor == null ? Long.MAX_VALUE : balance - held - floor;
    }

    /**
     * What the cap for a business day still allows, beside what is held; without one, whatever there is. A day before the
     * newest one on which something left it is over: 0.
     */
    public long leftOn(LocalDate day) {
        Long cap = caps.daily();
        if (cap == null) {
            return Long.MAX_VALUE;
        }
        if (day.isBefore(out.day())) {
            return 0;
        }
        long gone = day.equals(out.day()) ? out.amount() : 0;
        return Math.max(0, cap - gone - held);
    }

    /** What has left an account on the newest business day on which anything did, in minor units. */
    public record Out(LocalDate day, long amount) {}

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
