package org.walletcounter.vouchers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member was reminded of (提醒).
 *
 * @param voucherId the voucher in hand that it is about; null: it is about a campaign that the member follows
 * @param at when it was said
 * @param until from here on it helps nobody any more: nothing is given out, or the voucher has expired
 */
public record Reminder(
        UUID id,
        Kind kind,
        UUID campaignId,
        String nameEn,
        String nameZh,
        @Nullable UUID voucherId,
        Instant at,
        Instant until,
        boolean seen) {

    /** What there is to be reminded of; of several at once the first is said. */
    public enum Kind {
        /** Vouchers of the campaign can be taken from now on. */
        OPENED,
        /** Only a few are left. */
        FEW_LEFT,
        /** They are given out for a day more at most. */
        ENDING,
        /** A voucher in hand expires soon. */
        EXPIRING
    }
}
