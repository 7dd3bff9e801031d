package org.walletcounter.orders;

/**
 * Which products are looked for. All of it must fit; what is empty fits always.
 *
 * @param text a part of the SKU, barcode, name, category, brand or a tag
 * @param brand the whole brand
 * @param tag one whole tag
 */
public record ProductSearch(String text, String brand, String tag) {

    /** Every product. */
    public static final ProductSearch ALL = new ProductSearch("", "", "");

    /** Products that hold a text somewhere. */
    public static ProductSearch of(String text) {
        return new ProductSearch(text, "", "");
    }
}
