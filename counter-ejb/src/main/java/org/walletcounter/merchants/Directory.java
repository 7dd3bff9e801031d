package org.walletcounter.merchants;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.walletcounter.kernel.Actor;

/**
 * What every payment asks about merchants, stores, tills and API keys. Each answer is the one that {@link Merchants} gives,
 * remembered on this node for five seconds: a change made here counts at once, one made on another node within that time.
 * Thread-safe; asks the database only for what is not remembered.
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

    /** The live key of this secret, if any. */
    Optional<KeyView> keyOf(String secret);
}
