package org.walletcounter.promotions.internal.campaigns;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Pricing;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.Sale;
import org.walletcounter.promotions.Verdict;

/**
 * The best legal price of those promotions whose budgets and limits hold what it uses of them. The core prices without
 * looking at a balance; then all that the price uses is asked about in one question, and what has too little is left out of
 * the next price, until nothing has. Asks only where a promotion with limits is used. The ledger decides with the payment.
 */
final class PricingWithinLimits {

    private final Pricing pricing;
    private final Financing financing;

    PricingWithinLimits(Pricing pricing, Financing financing) {
        this.pricing = pricing;
        this.financing = financing;
    }

    /** Each round leaves out one promotion at least, so there are no more rounds than promotions. */
    Sale sale(Actor actor, QuoteRequest request, Offers offers) {
        List<Verdict> leftOut = new ArrayList<>();
        Offers left = offers;
        Sale sale = priced(request, left);
        Set<UUID> lacking = financing.lacking(actor, sale);
        while (!lacking.isEmpty()) {
            leftOut.addAll(sale.quote().usedUp(lacking));
            left = left.without(lacking);
            sale = priced(request, left);
            lacking = financing.lacking(actor, sale);
        }
        return sale.telling(leftOut);
    }

    private Sale priced(QuoteRequest request, Offers offers) {
        return pricing.sale(request, offers, pricing.quote(request, offers));
    }
}
