package org.walletcounter.promotions;

import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a voucher or promotion that was offered, and why (用券说明).
 *
 * @param id the voucher's holding or the promotion
 * @param names what people call it
 * @param voucher whether it is a voucher
 * @param used how many of it are used; 0 for none
 * @param saved what they take off, in minor units
 * @param reason why it is used or not
 * @param rival what it does not go together with, or null
 * @param figure a figure for the reason: what is missing, or what using it would cost more; else 0
 */
public record Verdict(
        UUID id,
        Terms.Names names,
        boolean voucher,
        int used,
        long saved,
        Reason reason,
        @Nullable UUID rival,
        long figure) {

    /** Promotions first, then vouchers, in an order that does not hang on how they came in. */
    public static final Comparator<Verdict> ORDER =
            Comparator.comparing(Verdict::voucher).thenComparing(Verdict::id);

    /** The same thing, left out because it is used up. */
    public Verdict usedUp() {
        return new Verdict(id, names, voucher, 0, 0, Reason.USED_UP, null, 0);
    }

    /** The reasons, in the order in which they are looked for. */
    public enum Reason {
        /** It is part of the best legal price. */
        USED,
        /** The customer wanted it, and it is legal. */
        WANTED,
        /** The customer did not want it. */
        NOT_WANTED,
        /** It is not valid yet, or has not begun. */
        TOO_EARLY,
        /** It has expired or ended. */
        EXPIRED,
        /** It is for sales in another currency. */
        OTHER_CURRENCY,
        /** The store, till, channel or kind of order is not the right one. */
        NOT_HERE,
        /** It is not the right day or hour. */
        NOT_NOW,
        /** The customer is not one of those it is for. */
        NOT_FOR_YOU,
        /** The member is in the group that a campaign is kept from, to tell its effect. */
        HELD_OUT,
        /** It is for another tender. */
        OTHER_TENDER,
        /** None of the goods it is for are in the basket, or too few pieces; the figure says how many are missing. */
        GOODS_MISSING,
        /** The amount it asks for is not reached; the figure says what is missing. */
        AMOUNT_MISSING,
        /** More apply than are compared with each other; this one gives less than those compared. */
        TOO_MANY,
        /** As many as one order may use are used already. */
        LIMIT_REACHED,
        /** It does not go together with what gives more. */
        EXCLUDED,
        /** It would leave less margin than the house, or the campaign itself, allows. */
        MARGIN_GUARD,
        /** It would take nothing off, for nothing is left to reduce. */
        NOTHING_LEFT,
        /** Using it would make the whole dearer; the figure says by how much. */
        DEARER,
        /** It would be used, but its budget or one of its limits does not hold what that takes. */
        USED_UP
    }
}
