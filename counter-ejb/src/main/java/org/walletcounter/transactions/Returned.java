package org.walletcounter.transactions;

/**
 * What has come back of a line so far (已退件数).
 *
 * @param line of the sale
 * @param quantity pieces, at least one
 */
public record Returned(int line, int quantity) {}
