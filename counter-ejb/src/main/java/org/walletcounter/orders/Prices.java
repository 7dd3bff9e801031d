package org.walletcounter.orders;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.walletcounter.kernel.Actor;

/**
 * What every sale asks of the catalogue (价目). {@link Catalogue} answers the same to whoever comes from outside and must be
 * checked; the modules that have checked their caller ask this, a plain object that has the products in memory. Thread-safe.
 */
public interface Prices {

    /** Gives each line its price, from one snapshot of the catalogue. Lines keep their order and count from 1. */
    PricedBasket price(Actor actor, List<BasketLine> lines, String currency);

    /** What pricing must know of products besides their price, by SKU; those the catalogue does not have are missing. */
    Map<String, ProductTraits> traits(Actor actor, Collection<String> skus);
}
