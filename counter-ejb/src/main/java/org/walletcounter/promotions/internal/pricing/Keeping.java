package org.walletcounter.promotions.internal.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.Holdings;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.PriceList;
import org.walletcounter.promotions.Promotion;
import org.walletcounter.promotions.Quote;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.Sale;
import org.walletcounter.promotions.Verdict;
import org.walletcounter.promotions.VoucherOffer;

/**
 * Keeps of a question what a later return needs: the promotions and vouchers that were used. What goods cost is not kept:
 * the margin was guarded when they were sold, and nobody who looks at a sale need know it.
 */
final class Keeping {

    private Keeping() {}

    static Sale sale(QuoteRequest request, Offers offers, Quote quote) {
        Map<UUID, Integer> used = quote.verdicts().stream()
                .filter(each -> each.used() > 0)
                .collect(Collectors.toMap(Verdict::id, Verdict::used));
        List<VoucherOffer> vouchers = request.holdings().vouchers().stream()
                .filter(each -> used.containsKey(each.holdingId()))
                .map(each -> each.of(used.getOrDefault(each.holdingId(), 0)))
                .toList();
        Holdings holdings = new Holdings(vouchers, request.holdings().points());
        List<Promotion> promotions = offers.promotions().stream()
                .filter(each -> used.containsKey(each.id()))
                .toList();
        Basket basket = request.basket();
        Basket told = basket.with(
                basket.lines().stream().map(Basket.Line::withoutCost).toList());
        QuoteRequest pared = new QuoteRequest(told, request.shopper(), holdings, request.wishes(), request.moment());
        return new Sale(pared, new Offers(promotions, pared(offers.priceLists(), basket)), quote);
    }

    /** The lists with the prices of the basket's own goods only: a list may have thousands. */
    private static List<PriceList> pared(List<PriceList> lists, Basket basket) {
        Set<String> skus = basket.lines().stream().map(Basket.Line::sku).collect(Collectors.toSet());
        List<PriceList> pared = new ArrayList<>();
        for (PriceList list : lists) {
            Map<String, Long> prices = new TreeMap<>(list.unitAmounts());
            prices.keySet().retainAll(skus);
            if (!prices.isEmpty()) {
                pared.add(new PriceList(list.id(), list.names(), list.currency(), list.when(), prices));
            }
        }
        return pared;
    }
}
