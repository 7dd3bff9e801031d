package org.walletcounter.imports;

/**
 * A line of the file that was not booked as it stands, and why.
 *
 * @param line its number in the file, the heading being line 1
 * @param reason a stable code: the {@link Reconciliation.LineClass#code()} of a listed class, as in "stock-adjustment",
 *     "bad-debt", "free-goods", "merchant-fee", "no-original-sale"
 * @param value quantity times price as in the file, a decimal number
 */
public record ListedLine(long line, String invoice, String sku, String reason, String value) {}
