package org.walletcounter.orders.internal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.walletcounter.kernel.Actor;
import org.walletcounter.orders.CatalogueIntake;
import org.walletcounter.orders.ProductView;

/** The catalogue's intake. */
@Stateless
@RolesAllowed("system")
public class CatalogueIntakeBean implements CatalogueIntake {

    private static final int AT_ONCE = 500;

    @Inject
    Products products;

    @Override
    public Map<String, ProductView> addMissing(Actor system, List<ProductView> wanted) {
        Map<String, ProductView> all = new HashMap<>();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<ProductView> some = wanted.subList(from, Math.min(from + AT_ONCE, wanted.size()));
            all.putAll(addSome(system, some));
        }
        return all;
    }

    private Map<String, ProductView> addSome(Actor system, List<ProductView> wanted) {
        List<String> skus = wanted.stream().map(ProductView::sku).toList();
        Map<String, ProductView> known = products.withCodes(system.merchantId(), skus).stream()
                .map(Product::view)
                .collect(Collectors.toMap(ProductView::sku, Function.identity()));
        for (ProductView product : wanted) {
            if (!known.containsKey(product.sku())) {
                ProductRules.requireComplete(product);
                Product added = products.add(new Product(system.merchantId(), product));
                known.put(product.sku(), added.view());
            }
        }
        products.flush();
        return known;
    }
}
