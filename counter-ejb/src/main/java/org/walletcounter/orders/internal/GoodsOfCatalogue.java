package org.walletcounter.orders.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.walletcounter.orders.ProductView;
import org.walletcounter.promotions.KnownGoods;

/** Tells promotions which goods there are. */
@Dependent
class GoodsOfCatalogue implements KnownGoods {

    private static final int AT_ONCE = 1000;

    private final Products products;

    @Inject
    GoodsOfCatalogue(Products products) {
        this.products = products;
    }

    @Override
    public Map<String, Long> prices(UUID merchantId, String currency, Collection<String> skus) {
        List<String> asked = List.copyOf(skus);
        Map<String, Long> prices = new HashMap<>();
        for (int from = 0; from < asked.size(); from += AT_ONCE) {
            products.withCodes(merchantId, asked.subList(from, Math.min(asked.size(), from + AT_ONCE))).stream()
                    .map(Product::view)
                    .filter(each -> each.price().currency().equals(currency))
                    .forEach(each -> put(prices, each));
        }
        return prices;
    }

    private static void put(Map<String, Long> prices, ProductView product) {
        prices.put(product.sku(), product.price().minor());
    }
}
