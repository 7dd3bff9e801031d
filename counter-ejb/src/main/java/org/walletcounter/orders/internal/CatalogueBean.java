package org.walletcounter.orders.internal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.AfterCommit;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Page;
import org.walletcounter.merchants.TaxRates;
import org.walletcounter.orders.BasketLine;
import org.walletcounter.orders.Catalogue;
import org.walletcounter.orders.OrderError;
import org.walletcounter.orders.ParkedSale;
import org.walletcounter.orders.PricedBasket;
import org.walletcounter.orders.ProductSearch;
import org.walletcounter.orders.ProductTraits;
import org.walletcounter.orders.ProductView;

/** The catalogue's door. */
@Stateless
@RolesAllowed({"cashier", "manager", "analyst", "administrator", "system"})
@Typed(Catalogue.class) // what sales ask has a shorter way
public class CatalogueBean implements Catalogue {

    private static final Set<String> SEE_ALL = Set.of("manager", "analyst", "administrator", "system");
    private static final int LONGEST_PAGE = 200;

    @Inject
    Products products;

    @Inject
    RememberedPrices prices;

    @Inject
    AfterCommit afterCommit;

    @Inject
    ParkingSales parking;

    @Inject
    TaxRates taxes;

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<ProductView> byCode(Actor actor, String skuOrBarcode) {
        return products.withCodes(actor.merchantId(), Set.of(skuOrBarcode)).stream()
                .map(Product::view)
                .filter(each -> each.active() || SEE_ALL.contains(actor.role()))
                .map(each -> shown(actor, each))
                .findFirst();
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Page<ProductView> find(Actor actor, ProductSearch search, @Nullable String after, int limit) {
        int most = Math.max(1, Math.min(limit, LONGEST_PAGE));
        Page<ProductView> page = products.page(
                new Products.Search(actor.merchantId(), search, soldOnly(actor), after == null ? "" : after, most));
        return new Page<>(page.items().stream().map(each -> shown(actor, each)).toList(), page.after());
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Set<String> skusHolding(Actor actor, String text, Collection<String> among) {
        return products.skusHolding(actor.merchantId(), text, soldOnly(actor), among);
    }

    private static boolean soldOnly(Actor actor) {
        return !SEE_ALL.contains(actor.role());
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public ProductView product(Actor actor, UUID id) {
        return products.product(actor.merchantId(), id)
                .map(Product::view)
                .map(each -> shown(actor, each))
                .orElseThrow(() -> new CounterException(OrderError.NO_SUCH_PRODUCT, id));
    }

    @Override
    @RolesAllowed({"manager", "administrator", "system"})
    public ProductView save(Actor actor, ProductView product) {
        ProductRules.requireComplete(product);
        requireTaxCode(actor, product.taxCode());
        Set<String> codes = new HashSet<>(Set.of(product.sku()));
        if (product.barcode() != null) {
            codes.add(product.barcode());
        }
        if (products.withCodes(actor.merchantId(), codes).stream()
                .anyMatch(other -> !other.view().id().equals(product.id()))) {
            throw CounterException.at("sku", OrderError.PRODUCT_CODE_TAKEN, product.sku());
        }
        Optional<Product> known = products.product(actor.merchantId(), product.id());
        Product saved = known.orElseGet(() -> products.add(new Product(actor.merchantId(), product)));
        known.ifPresent(each -> each.change(product));
        try {
            products.flush();
        } catch (PersistenceException taken) {
            throw CounterException.at("sku", OrderError.PRODUCT_CODE_TAKEN, product.sku());
        }
        afterCommit.run(() -> prices.forget(product.id()));
        return saved.view();
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<String> categories(Actor actor) {
        return products.categories(actor.merchantId());
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<String> brands(Actor actor) {
        return products.brands(actor.merchantId());
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<String> tags(Actor actor) {
        return products.tags(actor.merchantId());
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public PricedBasket price(Actor actor, List<BasketLine> lines, String currency) {
        return prices.price(actor, lines, currency);
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Map<String, ProductTraits> traits(Actor actor, Collection<String> skus) {
        return prices.traits(actor, skus);
    }

    /** A code that no rate has would leave the goods untaxed. */
    private void requireTaxCode(Actor actor, String code) {
        if (!code.isEmpty() && !taxes.codes(actor).contains(code)) {
            throw CounterException.at("taxCode", OrderError.PRODUCT_INVALID, "taxCode");
        }
    }

    /** Who sells need not know what goods cost. */
    private static ProductView shown(Actor actor, ProductView product) {
        return SEE_ALL.contains(actor.role()) ? product : product.withoutCost();
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "system"})
    public ParkedSale park(Actor actor, UUID storeId, String label, List<BasketLine> lines) {
        return parking.park(
                actor, new ParkingSales.Parking(storeId, label, lines), currency -> price(actor, lines, currency));
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<ParkedSale> parked(Actor actor, UUID storeId) {
        return parking.parked(actor, storeId);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "system"})
    public ParkedSale resume(Actor actor, UUID parkedId) {
        return parking.resume(actor, parkedId);
    }
}
