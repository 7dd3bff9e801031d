package org.walletcounter.merchants;

import java.util.List;
import java.util.UUID;
import org.walletcounter.kernel.Actor;

/** The door to tax rates (税率). Refuses with {@link MerchantError}. {@link Directory} has those that hold. Thread-safe. */
public interface TaxRates {

    /** All rates of the merchant, begun or not: by code, place and day. */
    List<TaxRate> all(Actor actor);

    /** Adds a rate that begins today or later. Managers and administrators. */
    TaxRate add(Actor actor, TaxRate rate);

    /** Takes back a rate that has not begun. Managers and administrators. */
    void drop(Actor actor, UUID id);
}
