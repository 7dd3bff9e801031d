package org.walletcounter.promotions;

/**
 * A quote kept with what it was reckoned from: all that a return needs. Stored with the sale as JSON.
 *
 * @param request pared down to the vouchers that were used
 * @param offers the promotions that were used, in the version of that moment, and the price lists
 */
public record Sale(QuoteRequest request, Offers offers, Quote quote) {}
