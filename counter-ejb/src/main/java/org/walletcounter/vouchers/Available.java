package org.walletcounter.vouchers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A campaign that a customer can take a voucher of, or that staff can grant one of.
 *
 * @param left how many are left; null: without end
 * @param mine how many the customer has had
 * @param perPerson how many one may have; null: as many as one likes
 * @param until how long they are given out
 */
public record Available(
        VoucherView.CampaignLine campaign,
        @Nullable Long left,
        int mine,
        @Nullable Integer perPerson,
        Instant until) {

    /** Whether there is one left, and the customer may still have one. */
    public boolean open() {
        return (left == null || left > 0) && (perPerson == null || mine < perPerson);
    }
}
