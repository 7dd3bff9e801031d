package org.walletcounter.promotions;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a merchant offers at a moment: the promotions that are live and the price lists.
 *
 * @param guard the least margin that the house keeps
 */
public record Offers(List<Promotion> promotions, List<PriceList> priceLists, MarginGuard guard) {

    /** Nothing. */
    public static final Offers NONE = new Offers(List.of(), List.of());

    /** Keeps copies. */
    public Offers {
        promotions = List.copyOf(promotions);
        priceLists = List.copyOf(priceLists);
    }

    /** Without a guard. */
    public Offers(List<Promotion> promotions, List<PriceList> priceLists) {
        this(promotions, priceLists, MarginGuard.OFF);
    }

    /** The same without some promotions. */
    public Offers without(Set<UUID> ids) {
        return new Offers(
                promotions.stream().filter(each -> !ids.contains(each.id())).toList(), priceLists, guard);
    }

    /** The same with those promotions only that run at a moment. */
    public Offers runningAt(Instant moment) {
        return new Offers(
                promotions.stream().filter(each -> each.runsAt(moment)).toList(), priceLists, guard);
    }
}
