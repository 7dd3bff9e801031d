package org.walletcounter.merchants;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.walletcounter.kernel.Actor;

/** The door to tax rates (税率). Refuses with {@link MerchantError}. Thread-safe; what sales ask is remembered for seconds. */
public interface TaxRates {

    /** All rates of the merchant, begun or not: by code, place and day. */
    List<TaxRate> all(Actor actor);

    /** The rates that hold in a store on a business day, one for each code. None: no tax is reckoned there. */
    List<TaxRate> at(UUID merchantId, UUID storeId, LocalDate day);

    /** Adds a rate that begins today or later. Managers and administrators. */
    TaxRate add(Actor actor, TaxRate rate);

    /** Takes back a rate that has not begun. Managers and administrators. */
    void drop(Actor actor, UUID id);
}
