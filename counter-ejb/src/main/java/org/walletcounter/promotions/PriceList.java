package org.walletcounter.promotions;

import java.util.Map;
import java.util.UUID;

/**
 * Prices that replace the catalogue's for some customers, places or times (价目表). Of several that apply, the lowest
 * price of a product counts; the initial price of a line is the one after price lists.
 *
 * @param when whom, where and when it is for
 * @param unitAmounts the price of one piece in minor units, by SKU
 */
public record PriceList(UUID id, Terms.Names names, String currency, Condition when, Map<String, Long> unitAmounts) {

    /** Keeps a copy. */
    public PriceList {
        unitAmounts = Map.copyOf(unitAmounts);
    }
}
