package org.walletcounter.orders.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.walletcounter.kernel.Changes;
import org.walletcounter.orders.BasketLine;
import org.walletcounter.orders.ProductView;

/**
 * Products by their SKU or barcode, kept until any product has changed: almost every payment asks for some. What is changed
 * on this node is forgotten with the change's commit; what another node changed, within a second ({@link Changes}).
 * Thread-safe.
 */
@ApplicationScoped
class PriceCache {

    /** Past this many, the whole cache is dropped: it refills faster than a clever eviction would pay off. */
    static final int MOST = 50_000;

    /** The subject of {@link Changes}, as the trigger on the table names it. */
    private static final String PRODUCTS = "products";

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Clock clock;
    private final Changes changes;
    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

    @SuppressWarnings("NullAway.Init")
    protected PriceCache() {
        this(Clock.systemUTC(), subject -> 0);
    }

    @Inject
    PriceCache(Clock clock, Changes changes) {
        this.clock = clock;
        this.changes = changes;
    }

    /** The products that the lines name, by the code they use; those not known here are asked for with one question. */
    Map<String, ProductView> of(
            UUID merchantId, List<BasketLine> lines, Function<Collection<String>, List<Product>> question) {
        Instant now = clock.instant();
        long changed = changes.of(PRODUCTS);
        Map<String, ProductView> found = new HashMap<>();
        Set<String> missing = new HashSet<>();
        for (BasketLine line : lines) {
            String code = line.sku();
            if (code != null) {
                Kept known = kept.get(new Key(merchantId, code));
                if (known != null && known.changed == changed && now.isBefore(known.until)) {
                    found.put(code, known.product);
                } else {
                    missing.add(code);
                }
            }
        }
        if (!missing.isEmpty()) {
            for (Product product : question.apply(missing)) {
                keep(new Kept(product.view(), now.plus(LIFETIME), changed), missing, found);
            }
        }
        return found;
    }

    /** Forgets a product that was changed on this node. */
    void forget(UUID productId) {
        kept.values().removeIf(each -> each.product.id().equals(productId));
    }

    private void keep(Kept entry, Set<String> asked, Map<String, ProductView> found) {
        ProductView product = entry.product;
        if (kept.size() >= MOST) {
            kept.clear();
        }
        for (String code : asked) {
            if (code.equals(product.sku()) || (code.equals(product.barcode()) && !found.containsKey(code))) {
                found.put(code, product);
                kept.put(new Key(product.merchantId(), code), entry);
            }
        }
    }

    private record Key(UUID merchantId, String code) {}

    private record Kept(ProductView product, Instant until, long changed) {}
}
