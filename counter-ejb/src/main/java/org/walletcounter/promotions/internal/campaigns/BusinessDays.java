package org.walletcounter.promotions.internal.campaigns;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.walletcounter.merchants.Merchants;

/** When a merchant's day is. */
interface BusinessDays {

    LocalDate today(UUID merchantId);

    ZoneId zone(UUID merchantId);

    /** As the merchants' own settings say. */
    static BusinessDays of(Merchants merchants, Clock clock) {
        return new BusinessDays() {
            @Override
            public LocalDate today(UUID merchantId) {
                return merchants.businessDay(merchantId, clock.instant());
            }

            @Override
            public ZoneId zone(UUID merchantId) {
                return merchants.merchant(merchantId).zone();
            }
        };
    }
}
