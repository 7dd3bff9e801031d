package org.walletcounter.promotions.internal.campaigns;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** When a merchant's day is. */
interface BusinessDays {

    LocalDate today(UUID merchantId);

    ZoneId zone(UUID merchantId);
}
