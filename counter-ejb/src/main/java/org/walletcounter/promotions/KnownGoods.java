package org.walletcounter.promotions;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Which goods a merchant has. A port: promotions do not know the catalogue. Thread-safe; joins the caller's transaction. */
public interface KnownGoods {

    /** The catalogue's price of one piece in minor units, by SKU, sold now or not; who is not among them is not known. */
    Map<String, Long> prices(UUID merchantId, String currency, Collection<String> skus);
}
