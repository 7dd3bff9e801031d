package org.walletcounter.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What promotions may ask about a product besides its category and price.
 *
 * @param brand empty if there is none
 * @param tags sorted
 * @param taxCode which tax rate is on it; empty for the standard one
 * @param unitCost what one piece costs the merchant, in minor units of the price's currency; null if unknown. For the margin
 *     guard of whoever prices the basket: never shown to who sells
 */
public record ProductTraits(
        String brand,
        List<String> tags,
        String taxCode,
        @Nullable Long unitCost) {

    /** Of what the catalogue does not have. */
    public static final ProductTraits NONE = new ProductTraits("", List.of(), "", null);
}
