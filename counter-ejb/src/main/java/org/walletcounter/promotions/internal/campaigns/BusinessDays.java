package org.walletcounter.promotions.internal.campaigns;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** When a merchant's day is. */
public interface BusinessDays {

    /** The merchant's business day of this moment. */
    LocalDate today(UUID merchantId);

    /** The merchant's zone. */
    ZoneId zone(UUID merchantId);
}
