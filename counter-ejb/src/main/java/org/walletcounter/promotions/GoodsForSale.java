package org.walletcounter.promotions;

import java.util.List;
import java.util.UUID;

/**
 * What a merchant sells, as far as its cost is known. A port: promotions do not know the catalogue. Thread-safe; joins the
 * caller's transaction if there is one.
 */
public interface GoodsForSale {

    /**
     * Products on sale, each as a line of one piece with its price and cost, by SKU.
     *
     * @param after the SKU that the page before ended with; empty for the first page
     * @param limit how many at the most; fewer only at the end
     */
    List<Basket.Line> costed(UUID merchantId, String currency, String after, int limit);
}
