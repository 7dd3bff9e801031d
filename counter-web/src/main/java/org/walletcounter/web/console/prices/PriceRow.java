package org.walletcounter.web.console.prices;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A price in its row, that can be typed over. Emptied, the product leaves the list. */
public class PriceRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String sku;
    private final String name;
    private final String catalogue;
    private final String before;
    private @Nullable String price;

    PriceRow(String sku, String name, String catalogue, String price) {
        this.sku = sku;
        this.name = name;
        this.catalogue = catalogue;
        this.before = price;
        this.price = price;
    }

    /** Whether it was typed over. */
    boolean isChanged() {
        return price == null || !price.strip().equals(before);
    }

    public String getSku() {
        return sku;
    }

    public String getName() {
        return name;
    }

    /** The catalogue's price as it reads. */
    public String getCatalogue() {
        return catalogue;
    }

    public @Nullable String getPrice() {
        return price;
    }

    public void setPrice(@Nullable String price) {
        this.price = price;
    }
}
