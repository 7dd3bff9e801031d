package org.walletcounter.orders;

import java.util.List;
import java.util.Map;
import org.walletcounter.kernel.Actor;

/** The door for taking many products into the catalogue at once. Only the system calls it. Thread-safe. */
public interface CatalogueIntake {

    /**
     * Adds the products whose SKU is none of the catalogue's SKUs or barcodes yet, in the caller's transaction. Those it has
     * stay as they are, whatever people have made of them since. A repeat adds nothing.
     *
     * @return all of the products handed in, by the SKU they were handed in with, as they stand in the catalogue now
     */
    Map<String, ProductView> addMissing(Actor system, List<ProductView> products);
}
