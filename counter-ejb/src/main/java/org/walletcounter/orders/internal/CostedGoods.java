package org.walletcounter.orders.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.walletcounter.orders.ProductView;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.GoodsForSale;

/** Tells promotions what the catalogue sells and what it costs. */
@Dependent
class CostedGoods implements GoodsForSale {

    private final Products products;

    @Inject
    CostedGoods(Products products) {
        this.products = products;
    }

    @Override
    public List<Basket.Line> costed(UUID merchantId, String currency, String after, int limit) {
        return products.costed(merchantId, currency, after, limit).stream()
                .map(Product::view)
                .map(CostedGoods::line)
                .toList();
    }

    private static Basket.Line line(ProductView product) {
        return new Basket.Line(
                1,
                product.sku(),
                product.category(),
                product.brand(),
                Set.copyOf(product.tags()),
                1,
                product.price().minor(),
                0,
                null,
                product.unitCost());
    }
}
