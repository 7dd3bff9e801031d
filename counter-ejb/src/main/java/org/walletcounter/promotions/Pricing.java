package org.walletcounter.promotions;

/**
 * The price of a basket, as a pure function: no database, no clock, no chance. Thread-safe. Who has live campaigns to look
 * up asks {@link Promotions}; a preview, a back-test or another module's test asks here.
 */
public interface Pricing {

    /**
     * The best legal price with its reasons. The combination of promotions and vouchers is found exactly up to 30 lines, 20
     * promotions and 20 vouchers; beyond, and where the proof would take too long, the answer is the best that was found and
     * {@link Quote.Search} says so.
     */
    Quote quote(QuoteRequest request, Offers offers);

    /** A quote with what a later return needs. */
    Sale sale(QuoteRequest request, Offers offers, Quote quote);

    /**
     * What goes back for returned goods: the inverse of the quote.
     *
     * @throws org.walletcounter.kernel.CounterException {@link PromotionError#RETURNS_MORE_THAN_KEPT}
     */
    RefundPlan refund(Sale sale, ReturnRequest request);
}
