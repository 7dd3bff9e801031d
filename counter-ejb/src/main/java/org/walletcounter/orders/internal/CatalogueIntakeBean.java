package org.walletcounter.orders.internal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Set<String> codes = wanted.stream().map(ProductView::sku).collect(Collectors.toSet());
        Map<String, ProductView> known = known(system, codes);
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

    /** What the codes stand for at the till: the product with that SKU, or else the one with that barcode. */
    private Map<String, ProductView> known(Actor system, Set<String> codes) {
        List<ProductView> found = products.withCodes(system.merchantId(), codes).stream()
                .map(Product::view)
                .toList();
        Map<String, ProductView> known = new HashMap<>();
        found.forEach(product -> known.put(product.sku(), product));
        for (ProductView product : found) {
            String barcode = product.barcode();
            if (barcode != null && codes.contains(barcode)) {
                known.putIfAbsent(barcode, product);
            }
        }
        return known;
    }
}
