package org.walletcounter.vouchers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A campaign that a customer can take a voucher of, or will be able to, or that staff can grant one of.
 *
 * @param left how many are left; null: without end
 * @param mine how many the customer has had
 * @param perPerson how many one may have; null: as many as one likes
 * @param from since when they are given out, or from when on
 * @param until how long they are given out
 * @param following whether the customer follows it
 */
public record Available(
        VoucherView.CampaignLine campaign,
        @Nullable Long left,
        int mine,
        @Nullable Integer perPerson,
        Instant from,
        Instant until,
        boolean following) {

    /** Whether there is one left, and the customer may still have one. */
    public boolean open() {
        return (left == null || left > 0) && (perPerson == null || mine < perPerson);
    }
}
