package org.walletcounter.promotions;

import java.util.Map;
import java.util.UUID;
import org.walletcounter.kernel.Actor;

/**
 * The door to prices in files (价格文件导入与导出): CSV as RFC 4180 has it, in UTF-8, with the columns "sku" and "price" in any
 * order (others are not looked at), prices in major units as in 12.50. Refuses with {@link PromotionError}. Thread-safe.
 */
public interface PriceFiles {

    /** The columns' names, as they stand in the first line. */
    String HEADING = "sku,price";

    /**
     * Reads a file and tells what it would do; nothing is changed.
     *
     * @param before the prices of the list up to now, by SKU; empty for a new list
     */
    PriceFile read(Actor actor, String currency, Map<String, Long> before, String csv);

    /**
     * Puts a file's prices into a list: all of them, or none when a line has a fault. A privileged act.
     *
     * @param version of the list, as the actor has seen it
     * @throws org.walletcounter.kernel.CounterException {@link PromotionError#PRICE_FILE_FAULTY}, and as {@link
     *     PriceLists#change}
     */
    PriceListView take(Actor actor, UUID listId, int version, PriceFile.Way way, String csv);

    /** The prices of a list as such a file. */
    String write(Actor actor, UUID listId);
}
