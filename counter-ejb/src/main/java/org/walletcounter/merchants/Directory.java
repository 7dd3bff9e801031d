package org.walletcounter.merchants;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.walletcounter.kernel.Actor;

/**
 * What every payment asks about merchants, stores, tills, tax rates and API keys. Each answer is the one that {@link Merchants}
 * and {@link TaxRates} give, remembered on this node until it changes: a change made here counts at once, one made on another
 * node within about a second. Thread-safe; asks the database only for what is not remembered.
 */
public interface Directory {

    /** A merchant. */
    MerchantView merchant(UUID id);

    /** The merchant's business day that a moment belongs to. */
    LocalDate businessDay(UUID merchantId, Instant moment);

    /** A store in the actor's scope. */
    StoreView store(Actor actor, UUID storeId);

    /** A till with its store checked against the actor's scope. */
    TillView till(Actor actor, UUID tillId);

    /** The tax rates (税率) that hold in a store on a business day, one for each code. None: no tax is reckoned there. */
    List<TaxRate> taxRates(UUID merchantId, UUID storeId, LocalDate day);

    /** The live key of this secret, if any. */
    Optional<KeyView> keyOf(String secret);
}
