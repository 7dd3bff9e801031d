package org.walletcounter.orders;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;

/**
 * Something that is sold (商品).
 *
 * @param sku the merchant's own code, unique within the merchant
 * @param category what reports sum it under
 * @param brand who makes it; empty if that does not matter
 * @param tags words of the merchant's own for promotions to go by; sorted, each once
 * @param taxCode which of the merchant's tax rates is on it; empty for the standard one
 * @param barcode EAN, UPC or the shop's own, if it carries one
 * @param unitCost what one piece costs the merchant, in minor units of the price's currency (成本); null if unknown, and always
 *     for those who sell: they need not know
 * @param version counts the changes; a change of an older version than the present one is refused
 */
public record ProductView(
        UUID id,
        UUID merchantId,
        String sku,
        String nameEn,
        String nameZh,
        String category,
        String brand,
        List<String> tags,
        String taxCode,
        @Nullable String barcode,
        Money price,
        @Nullable Long unitCost,
        boolean active,
        int version) {

    /** Puts the tags in order. */
    public ProductView {
        brand = brand.strip();
        taxCode = taxCode.strip();
        tags = tags.stream()
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** A product to be. */
    public ProductView(
            UUID id,
            UUID merchantId,
            String sku,
            String nameEn,
            String nameZh,
            String category,
            @Nullable String barcode,
            Money price,
            boolean active) {
        this(id, merchantId, sku, nameEn, nameZh, category, "", List.of(), "", barcode, price, null, active, 0);
    }

    /** The same, but for what it costs the merchant. */
    public ProductView withoutCost() {
        return new ProductView(
                id,
                merchantId,
                sku,
                nameEn,
                nameZh,
                category,
                brand,
                tags,
                taxCode,
                barcode,
                price,
                null,
                active,
                version);
    }

    /** The name in a language: Chinese for "zh" where there is one, else English. */
    public String name(String language) {
        return language.startsWith("zh") && !nameZh.isBlank() ? nameZh : nameEn;
    }
}
