package org.walletcounter.merchants;

import java.util.List;
import java.util.UUID;
import org.walletcounter.kernel.Actor;

/** The door to tax rates (税率). Refuses with {@link MerchantError}. {@link Directory} has those that hold. Thread-safe. */
public interface TaxRates {

    /**
     * The rates that the actor may see, begun or not: by code, place and day. Who is bound to a store sees the house's and
     * its own.
     */
    List<TaxRate> all(Actor actor);

    /** The codes of all of the merchant's rates, whatever store they are for: a product has one code everywhere. */
    List<String> codes(Actor actor);

    /**
     * Adds a rate that begins today or later and leaves no place without a standard rate that has one. Managers and
     * administrators.
     */
    TaxRate add(Actor actor, TaxRate rate);

    /**
     * Takes back a rate that has not begun, in the actor's scope, unless a place that has a standard rate before it would then
     * have none. Managers and administrators.
     */
    void drop(Actor actor, UUID id);
}
