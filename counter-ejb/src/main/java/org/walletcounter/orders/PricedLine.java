package org.walletcounter.orders;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a sale with the price it was sold at.
 *
 * @param productId null for an open line
 * @param amount what is to be paid for it, in minor units: quantity times unit amount where nothing moved its price
 * @param taxCode the tax rate that is on it; empty for none
 * @param tax the tax in the amount, in minor units
 * @param daysLeft how many days remained until it had to be sold, as the till told; null where it told none
 */
public record PricedLine(
        int line,
        @Nullable UUID productId,
        String sku,
        String text,
        String category,
        int quantity,
        long unitAmount,
        long amount,
        String taxCode,
        long tax,
        @Nullable Integer daysLeft) {

    /** A line of which no days are told. */
    public PricedLine(
            int line,
            @Nullable UUID productId,
            String sku,
            String text,
            String category,
            int quantity,
            long unitAmount,
            long amount,
            String taxCode,
            long tax) {
        this(line, productId, sku, text, category, quantity, unitAmount, amount, taxCode, tax, null);
    }

    /** A line without tax. */
    public PricedLine(
            int line,
            @Nullable UUID productId,
            String sku,
            String text,
            String category,
            int quantity,
            long unitAmount,
            long amount) {
        this(line, productId, sku, text, category, quantity, unitAmount, amount, "", 0);
    }

    /** The same, at another amount and with the tax in it. */
    public PricedLine costing(long other, String code, long itsTax) {
        return new PricedLine(
                line, productId, sku, text, category, quantity, unitAmount, other, code, itsTax, daysLeft);
    }

    /** The same, with so many days left. */
    public PricedLine spoiling(@Nullable Integer days) {
        return new PricedLine(line, productId, sku, text, category, quantity, unitAmount, amount, taxCode, tax, days);
    }
}
