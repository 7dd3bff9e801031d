package org.walletcounter.orders.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the operator sets for the orders module. */
@ApplicationScoped
class OrdersSettings {

    private final Duration priceCache;

    /** For the container's proxies only. */
    protected OrdersSettings() {
        this.priceCache = Duration.ZERO;
    }

    @Inject
    OrdersSettings(@ConfigProperty(name = "counter.orders.price-cache-seconds", defaultValue = "10") long seconds) {
        this.priceCache = Duration.ofSeconds(seconds);
    }

    /** How long a node may sell at a price after another node has changed it. */
    Duration priceCache() {
        return priceCache;
    }
}
