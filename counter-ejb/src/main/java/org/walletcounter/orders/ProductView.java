package org.walletcounter.orders;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;

/**
 * Something that is sold (商品).
 *
 * @param sku the merchant's own code, unique within the merchant
 * @param category what reports sum it under
 * @param barcode EAN, UPC or the shop's own, if it carries one
 */
public record ProductView(
        UUID id,
        UUID merchantId,
        String sku,
        String nameEn,
        String nameZh,
        String category,
        @Nullable String barcode,
        Money price,
        boolean active) {

    /** The name in a language: Chinese for "zh" where there is one, else English. */
    public String name(String language) {
        return language.startsWith("zh") && !nameZh.isBlank() ? nameZh : nameEn;
    }
}
