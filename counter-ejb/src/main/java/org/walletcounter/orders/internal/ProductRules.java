package org.walletcounter.orders.internal;

import java.util.regex.Pattern;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.orders.OrderError;
import org.walletcounter.orders.ProductView;

/** What a product must have before it can be sold. */
final class ProductRules {

    private static final Pattern CODE = Pattern.compile("\\S(.{0,62}\\S)?");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CATEGORY = 80;
    private static final int MOST_TAGS = 20;

    /** Tags are typed with commas between them, so none has one. */
    private static final Pattern TAG = Pattern.compile("[^,，、\\p{Cntrl}]{1,40}");

    private ProductRules() {}

    /** Refuses a product that lacks something, naming what. */
    static void requireComplete(ProductView product) {
        require(CODE.matcher(product.sku()).matches(), "sku");
        require(!product.nameEn().isBlank() || !product.nameZh().isBlank(), "nameEn");
        require(product.nameEn().length() <= LONGEST_NAME, "nameEn");
        require(product.nameZh().length() <= LONGEST_NAME, "nameZh");
        require(!product.category().isBlank() && product.category().length() <= LONGEST_CATEGORY, "category");
        require(product.brand().length() <= LONGEST_CATEGORY, "brand");
        require(
                product.tags().size() <= MOST_TAGS
                        && product.tags().stream()
                                .allMatch(tag -> TAG.matcher(tag).matches()),
                "tags");
        require(product.barcode() == null || CODE.matcher(product.barcode()).matches(), "barcode");
        require(product.price().minor() >= 0, "price");
        Long cost = product.unitCost();
        require(cost == null || cost >= 0, "unitCost");
    }

    private static void require(boolean sound, String field) {
        if (!sound) {
            throw CounterException.at(field, OrderError.PRODUCT_INVALID, field);
        }
    }
}
