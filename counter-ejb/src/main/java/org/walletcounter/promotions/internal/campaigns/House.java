package org.walletcounter.promotions.internal.campaigns;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.walletcounter.promotions.MarginGuard;

/** What a merchant has settled for the whole house: when its day is, where, and which margin it keeps. */
public interface House {

    /** The merchant's business day of this moment. */
    LocalDate today(UUID merchantId);

    /** The merchant's zone. */
    ZoneId zone(UUID merchantId);

    /** The least margin that reductions may leave. */
    default MarginGuard guard(UUID merchantId) {
        return MarginGuard.OFF;
    }
}
