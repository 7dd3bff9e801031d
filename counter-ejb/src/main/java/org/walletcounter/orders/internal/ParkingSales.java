package org.walletcounter.orders.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.orders.BasketLine;
import org.walletcounter.orders.OrderError;
import org.walletcounter.orders.ParkedSale;
import org.walletcounter.orders.PricedBasket;

/** Setting baskets aside, and taking them up again (挂单、取单). */
@Dependent
class ParkingSales {

    private static final int LONGEST_LABEL = 60;

    private final Products products;
    private final Merchants merchants;
    private final Clock clock;

    @Inject
    ParkingSales(Products products, Merchants merchants, Clock clock) {
        this.products = products;
        this.merchants = merchants;
        this.clock = clock;
    }

    ParkedSale park(Actor actor, Parking parking, Function<String, PricedBasket> price) {
        UUID storeId = merchants.store(actor, parking.storeId()).id();
        String currency = merchants.merchant(actor.merchantId()).currency();
        long total = price.apply(currency).total().minor();
        String label = parking.label().strip();
        ParkedSale sale = new ParkedSale(
                Ids.next(clock),
                storeId,
                label.substring(0, Math.min(label.length(), LONGEST_LABEL)),
                actor.name(),
                clock.instant(),
                parking.lines(),
                total);
        products.park(new ParkedBasket(actor.merchantId(), sale));
        return sale;
    }

    List<ParkedSale> parked(Actor actor, UUID storeId) {
        UUID store = merchants.store(actor, storeId).id();
        return products.parked(actor.merchantId(), store).stream()
                .map(ParkedBasket::view)
                .toList();
    }

    ParkedSale resume(Actor actor, UUID parkedId) {
        return products.take(actor.merchantId(), parkedId)
                .map(ParkedBasket::view)
                .filter(sale -> actor.storeId() == null || actor.storeId().equals(sale.storeId()))
                .orElseThrow(() -> new CounterException(OrderError.NO_SUCH_PARKED_SALE));
    }

    /** A wish to set a basket aside. */
    record Parking(UUID storeId, String label, List<BasketLine> lines) {}
}
