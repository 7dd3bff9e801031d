package org.walletcounter.orders;

import org.jspecify.annotations.Nullable;

/**
 * One line of a basket as the till sends it. Either a product by its SKU or barcode, at its own price; or an open line with
 * a text and an amount.
 *
 * @param sku the product, or null for an open line
 * @param text what an open line is for; may be null
 * @param unitAmount the price of an open line in minor units; for a product null, or another price where the actor may set one
 */
public record BasketLine(
        @Nullable String sku,
        @Nullable String text,
        int quantity,
        @Nullable Long unitAmount) {}
