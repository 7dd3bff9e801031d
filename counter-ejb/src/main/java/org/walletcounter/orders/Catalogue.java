package org.walletcounter.orders;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Page;

/** The door to what is sold (商品目录). Refuses with {@link OrderError}. Thread-safe. */
public interface Catalogue extends Prices {

    /** The product with this SKU or barcode. Cashiers see only what is sold now, here and in {@link #find}. */
    Optional<ProductView> byCode(Actor actor, String skuOrBarcode);

    /** Products that a search finds, by SKU. */
    Page<ProductView> find(Actor actor, ProductSearch search, @Nullable String after, int limit);

    /**
     * Those of the SKUs whose product holds the text somewhere, as {@link #find} would find it. Asked all at once, however many
     * other products hold it.
     */
    Set<String> skusHolding(Actor actor, String text, Collection<String> among);

    /** A product. */
    ProductView product(Actor actor, UUID id);

    /**
     * Makes a product, or changes the one with the same id and version. Managers and administrators.
     *
     * @throws CounterException {@link KernelError#CHANGED_MEANWHILE} when somebody else changed it first
     */
    ProductView save(Actor actor, ProductView product);

    /** The merchant's categories, by name. */
    List<String> categories(Actor actor);

    /** The brands of the merchant's products, by name. */
    List<String> brands(Actor actor);

    /** The tags of the merchant's products, by name. */
    List<String> tags(Actor actor);

    /** Sets a basket aside. Whoever may sell: cashiers, managers and administrators. */
    ParkedSale park(Actor actor, UUID storeId, String label, List<BasketLine> lines);

    /** The baskets set aside in a store, newest first; the last 200 of them. */
    List<ParkedSale> parked(Actor actor, UUID storeId);

    /**
     * Takes a parked basket up again, or drops it: it is gone from the list afterwards, for exactly one caller. Whoever may
     * sell: cashiers, managers and administrators.
     */
    ParkedSale resume(Actor actor, UUID parkedId);
}
