package org.walletcounter.promotions;

import java.util.List;
import java.util.UUID;
import org.walletcounter.kernel.Actor;

/**
 * The door to price lists (价目表): prices that stand in for the catalogue's for some customers, places or times. Each quote uses
 * the lists of its moment; a change counts at once. Refuses with {@link PromotionError}. Thread-safe.
 */
public interface PriceLists {

    /** Makes a list. A privileged act. */
    PriceListView make(Actor actor, PriceListDraft content);

    /**
     * Changes a list. A privileged act.
     *
     * @param version the one the actor has seen
     * @throws org.walletcounter.kernel.CounterException {@link org.walletcounter.kernel.KernelError#CHANGED_MEANWHILE},
     *     {@link PromotionError#NOT_IN_THAT_STATE} for one that was ended
     */
    PriceListView change(Actor actor, UUID id, int version, PriceListDraft content);

    /** Ends a list now; that cannot be undone. A privileged act. */
    PriceListView end(Actor actor, UUID id);

    /** A list. */
    PriceListView list(Actor actor, UUID id);

    /** The merchant's lists, newest first. */
    List<PriceListView> all(Actor actor);
}
