package org.walletcounter.promotions;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a sale gives besides a lower price, once it is paid (附赠): a gift, a credit, vouchers, lottery tickets.
 *
 * @param campaignId which campaign gives it
 * @param what "sku" of a gift, the id of a voucher campaign; null for a credit and for tickets
 * @param count pieces, vouchers or tickets; for a credit minor units
 * @param worth what all of it is worth, in minor units
 * @param afterDays so many days after the sale it becomes usable
 */
public record Promise(
        Kind kind,
        UUID campaignId,
        Terms.Names names,
        @Nullable String what,
        long count,
        long worth,
        int afterDays) {

    /** Kinds of promise. */
    public enum Kind {
        /** A product, handed out with the sale. */
        GIFT,
        /** Money back, pending for some days. */
        CREDIT,
        /** Vouchers of a campaign. */
        VOUCHERS,
        /** Tickets of a lottery. */
        TICKETS
    }
}
