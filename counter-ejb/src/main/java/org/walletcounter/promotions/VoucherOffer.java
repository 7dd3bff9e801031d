package org.walletcounter.promotions;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Vouchers in the customer's hand, or behind a code that was typed, which may be used for this sale.
 *
 * @param holdingId what the vouchers module calls it; a quote answers with it
 * @param campaignId the campaign it comes from
 * @param version of the campaign's terms
 * @param count how many of the same there are, at least one
 * @param validFrom null if valid already
 * @param validUntil null if it does not expire
 */
public record VoucherOffer(
        UUID holdingId,
        UUID campaignId,
        int version,
        VoucherTerms terms,
        int count,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil) {

    /** Refuses an empty hand. */
    public VoucherOffer {
        Sound.count("count", count, 1, 1_000_000);
    }

    /** So many of the same. */
    public VoucherOffer of(int number) {
        return new VoucherOffer(holdingId, campaignId, version, terms, number, validFrom, validUntil);
    }
}
