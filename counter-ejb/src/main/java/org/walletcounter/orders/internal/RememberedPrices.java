package org.walletcounter.orders.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.orders.BasketLine;
import org.walletcounter.orders.PricedBasket;
import org.walletcounter.orders.Prices;
import org.walletcounter.orders.ProductTraits;
import org.walletcounter.orders.ProductView;

/** What the cache of products says; it asks the database for those it does not have. Thread-safe. */
@ApplicationScoped
class RememberedPrices implements Prices {

    private final PriceCache cache;
    private final Products products;

    /** For the container's proxies only. */
    @SuppressWarnings("NullAway")
    protected RememberedPrices() {
        this(null, null);
    }

    @Inject
    RememberedPrices(PriceCache cache, Products products) {
        this.cache = cache;
        this.products = products;
    }

    @Override
    public PricedBasket price(Actor actor, List<BasketLine> lines, String currency) {
        PricingBaskets.requireSound(lines);
        return new PricingBaskets(actor, currency).price(lines, known(actor, lines)::get);
    }

    @Override
    public Map<String, ProductTraits> traits(Actor actor, Collection<String> skus) {
        List<BasketLine> lines = skus.stream()
                .filter(sku -> !sku.isEmpty())
                .map(sku -> new BasketLine(sku, null, 1, null))
                .toList();
        Map<String, ProductTraits> traits = new HashMap<>();
        known(actor, lines)
                .values()
                .forEach(each -> traits.put(
                        each.sku(), new ProductTraits(each.brand(), each.tags(), each.taxCode(), each.unitCost())));
        return traits;
    }

    /** Forgets a product that was changed on this node. */
    void forget(UUID productId) {
        cache.forget(productId);
    }

    private Map<String, ProductView> known(Actor actor, List<BasketLine> lines) {
        return cache.of(actor.merchantId(), lines, codes -> products.withCodes(actor.merchantId(), codes));
    }
}
