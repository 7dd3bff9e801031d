package org.walletcounter.imports.internal.file;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of the file, read but not judged.
 *
 * @param number its line in the file, the heading being line 1
 * @param text what the file calls the product; may be empty
 * @param at the wall clock of the merchant
 * @param price of one, with as many decimals as the file has
 * @param customer the merchant's number of the customer, or null
 */
public record FileLine(
        int number,
        String invoice,
        String sku,
        String text,
        int quantity,
        LocalDateTime at,
        BigDecimal price,
        @Nullable String customer,
        String country) {

    /** Quantity times price, exact. */
    public BigDecimal value() {
        return price.multiply(BigDecimal.valueOf(quantity));
    }

    /** What stands in the file, for telling whether two invoices of one number are the same. */
    public String canonical() {
        return String.join(
                "\u001f",
                sku,
                text,
                Integer.toString(quantity),
                at.toString(),
                price.stripTrailingZeros().toPlainString(),
                customer == null ? "" : customer,
                country);
    }
}
