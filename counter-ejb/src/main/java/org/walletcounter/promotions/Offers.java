package org.walletcounter.promotions;

import java.util.List;

/** What a merchant offers at a moment: the promotions that are live and the price lists. */
public record Offers(List<Promotion> promotions, List<PriceList> priceLists) {

    /** Nothing. */
    public static final Offers NONE = new Offers(List.of(), List.of());

    /** Keeps copies. */
    public Offers {
        promotions = List.copyOf(promotions);
        priceLists = List.copyOf(priceLists);
    }
}
