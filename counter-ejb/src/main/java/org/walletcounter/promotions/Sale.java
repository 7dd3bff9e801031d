package org.walletcounter.promotions;

import java.util.List;

/**
 * A quote kept with what it was reckoned from: all that a return needs. Stored with the sale as JSON.
 *
 * @param request pared down to the vouchers that were used
 * @param offers the promotions that were used, in the version of that moment, and the price lists
 */
public record Sale(QuoteRequest request, Offers offers, Quote quote) {

    /** The same sale, told with what was left out of its price. */
    public Sale telling(List<Verdict> leftOut) {
        return leftOut.isEmpty() ? this : new Sale(request, offers, quote.telling(leftOut));
    }
}
