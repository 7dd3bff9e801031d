package org.walletcounter.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an account is to be (账户). A <em>constrained</em> account has a floor: its balance is kept with the row and never
 * falls below. A <em>free</em> account has none: its balance is the sum of its postings, so any number of journals can
 * touch it at once without queueing on a row.
 *
 * @param merchantId whose book it stands in
 * @param kind what it is for, as in "wallet", "revenue", "cash", "voucher-clearing"
 * @param unit what it counts: a currency code, or "PTS:…", "VCH:…", "BUD:…", "SKU:…"
 * @param owner who it belongs to, as in "member:…", "store:…", "till:…"; merchant, kind, unit and owner are unique together
 * @param floor the lowest balance allowed in minor units, or null for a free account
 */
public record AccountTerms(
        UUID merchantId,
        String kind,
        String unit,
        String owner,
        @Nullable Long floor) {

    /** An account that may not go below zero. */
    public static AccountTerms constrained(UUID merchantId, String kind, String unit, String owner) {
        return new AccountTerms(merchantId, kind, unit, owner, 0L);
    }

    /** An account without a floor. */
    public static AccountTerms free(UUID merchantId, String kind, String unit, String owner) {
        return new AccountTerms(merchantId, kind, unit, owner, null);
    }
}
