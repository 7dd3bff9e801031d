package org.walletcounter.orders;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a sale with the price it was sold at.
 *
 * @param productId null for an open line
 * @param amount quantity times unit amount, in minor units
 */
public record PricedLine(
        int line,
        @Nullable UUID productId,
        String sku,
        String text,
        String category,
        int quantity,
        long unitAmount,
        long amount) {}
