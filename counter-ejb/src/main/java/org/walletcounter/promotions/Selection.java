package org.walletcounter.promotions;

import java.util.Collections;
import java.util.Set;

/**
 * Which goods are meant (商品范围): those that one of the sets names, or all when none names any; less the exceptions.
 *
 * @param skus products by their SKU
 * @param categories whole categories
 * @param tags goods that carry one of these tags
 * @param brands goods of these brands
 * @param exceptSkus products that are not meant, whatever else names them
 * @param exceptCategories categories that are not meant
 */
public record Selection(
        Set<String> skus,
        Set<String> categories,
        Set<String> tags,
        Set<String> brands,
        Set<String> exceptSkus,
        Set<String> exceptCategories) {

    /** All goods. */
    public static final Selection ALL = new Selection(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    /** Keeps copies. */
    public Selection {
        skus = Set.copyOf(skus);
        categories = Set.copyOf(categories);
        tags = Set.copyOf(tags);
        brands = Set.copyOf(brands);
        exceptSkus = Set.copyOf(exceptSkus);
        exceptCategories = Set.copyOf(exceptCategories);
    }

    /** Some products. */
    public static Selection ofSkus(String... skus) {
        return new Selection(Set.of(skus), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** Some categories. */
    public static Selection ofCategories(String... categories) {
        return new Selection(Set.of(), Set.of(categories), Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** Whether a line's goods are meant. */
    public boolean covers(Basket.Line line) {
        return !exceptSkus.contains(line.sku()) && !exceptCategories.contains(line.category()) && named(line);
    }

    private boolean named(Basket.Line line) {
        boolean all = skus.isEmpty() && categories.isEmpty() && tags.isEmpty() && brands.isEmpty();
        return all
                || skus.contains(line.sku())
                || categories.contains(line.category())
                || brands.contains(line.brand())
                || !Collections.disjoint(tags, line.tags());
    }
}
