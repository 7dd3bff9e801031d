package org.walletcounter.vouchers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.VoucherTerms;

/**
 * A voucher as it stands (券).
 *
 * @param memberId whose it is; null: whoever has the code
 * @param held whether a checkout has set it aside just now
 * @param paused whether its campaign is paused: no till takes it until that goes on
 */
public record VoucherView(
        UUID id,
        CampaignLine campaign,
        @Nullable UUID memberId,
        State state,
        boolean held,
        boolean paused,
        Came came,
        Instant issuedAt,
        Instant validFrom,
        Instant validUntil) {

    /**
     * What a holder reads of the campaign.
     *
     * @param terms what it does in a basket and when
     */
    public record CampaignLine(
            UUID id,
            String code,
            CampaignForm.Kind kind,
            CampaignForm.Texts texts,
            VoucherTerms terms,
            String currency,
            boolean givable) {}

    /** Where a voucher is. */
    public enum State {
        /** In hand. */
        IN_HAND,
        /** Redeemed. */
        USED,
        /** Over. */
        EXPIRED,
        /** Taken back by the merchant. */
        WITHDRAWN,
        /** Given to a friend; the friend has another one. */
        GIVEN
    }

    /** How it came. */
    public enum Came {
        /** The customer took it. */
        TAKEN,
        /** It was granted. */
        GRANTED,
        /** Something that happened brought it. */
        EVENT,
        /** With a unique code. */
        CODE,
        /** With the code that everybody may use. */
        GENERIC,
        /** From a friend. */
        GIFT
    }
}
