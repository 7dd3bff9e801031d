package org.walletcounter.loyalty.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.walletcounter.merchants.Merchants;

/** The little that loyalty needs to know about a merchant. */
public interface MerchantFacts {

    /** The currency of its books. */
    String currency(UUID merchantId);

    /** Where its day begins and ends. */
    ZoneId zone(UUID merchantId);

    /** The merchant's day that a moment falls on. */
    default LocalDate day(UUID merchantId, Instant moment) {
        return LocalDate.ofInstant(moment, zone(merchantId));
    }

    /** What the merchants' door says. */
    static MerchantFacts of(Merchants merchants) {
        return new MerchantFacts() {
            @Override
            public String currency(UUID merchantId) {
                return merchants.merchant(merchantId).currency();
            }

            @Override
            public ZoneId zone(UUID merchantId) {
                return merchants.merchant(merchantId).zone();
            }
        };
    }
}
