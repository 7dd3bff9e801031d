package org.walletcounter.merchants;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rate of tax on goods (税率). It holds from its day until another of the same code and place begins.
 *
 * @param storeId the only store it is for, where it stands in for the merchant's; null for all stores
 * @param code the merchant's own short name for it, such as "VAT" or "REDUCED"
 * @param basisPoints 2,000 is 20 %; 0 for goods that are free of tax
 * @param standard whether it is also on goods without a code of their own, and on open lines; of several the
 *     store's own, and of those the one that began last
 * @param from the first business day
 */
public record TaxRate(
        UUID id,
        UUID merchantId,
        @Nullable UUID storeId,
        String code,
        String nameEn,
        String nameZh,
        int basisPoints,
        boolean standard,
        LocalDate from) {

    /** The name in a language: Chinese for "zh", else English. */
    public String name(String language) {
        return language.startsWith("zh") ? nameZh : nameEn;
    }
}
