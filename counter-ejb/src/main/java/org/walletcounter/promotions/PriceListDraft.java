package org.walletcounter.promotions;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;

/**
 * What somebody writes of a price list (价目表).
 *
 * @param currency of its prices
 * @param when whom, where and when it is for
 * @param from from when on it counts
 * @param until null if it has no end
 * @param unitAmounts the price of one piece in minor units, by SKU
 */
public record PriceListDraft(
        Terms.Names names,
        String currency,
        Condition when,
        Instant from,
        @Nullable Instant until,
        Map<String, Long> unitAmounts) {

    /** The most products of one list. */
    public static final int MOST_PRODUCTS = 10_000;

    /** Refuses an end before the beginning, an empty list, and a price below zero, with the product it is of. */
    public PriceListDraft {
        if (until != null && !until.isAfter(from)) {
            throw CounterException.at("until", PromotionError.ENDS_BEFORE_BEGINNING);
        }
        if (unitAmounts.isEmpty() || unitAmounts.size() > MOST_PRODUCTS) {
            throw CounterException.at("unitAmounts", PromotionError.COUNT_INVALID, 1, MOST_PRODUCTS);
        }
        unitAmounts.forEach((sku, amount) -> Sound.notNegative("unitAmounts." + sku, amount));
        unitAmounts = Map.copyOf(new TreeMap<>(unitAmounts));
    }
}
