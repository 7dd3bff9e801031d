package org.walletcounter.orders;

import org.jspecify.annotations.Nullable;

/**
 * One line of a basket as the till sends it. Either a product by its SKU or barcode, at its own price; or an open line with
 * a text and an amount.
 *
 * @param sku the product, or null for an open line
 * @param text what an open line is for; may be null
 * @param unitAmount the price of an open line in minor units; for a product null, or another price where the actor may set one
 * @param daysLeft how many days remain until it must be sold, as its label tells the till; null for what does not spoil
 */
public record BasketLine(
        @Nullable String sku,
        @Nullable String text,
        int quantity,
        @Nullable Long unitAmount,
        @Nullable Integer daysLeft) {

    /** A line of what does not spoil. */
    public BasketLine(@Nullable String sku, @Nullable String text, int quantity, @Nullable Long unitAmount) {
        this(sku, text, quantity, unitAmount, null);
    }
}
