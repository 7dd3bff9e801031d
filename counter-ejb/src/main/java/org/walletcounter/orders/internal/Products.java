package org.walletcounter.orders.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.walletcounter.kernel.Page;
import org.walletcounter.orders.ProductSearch;
import org.walletcounter.orders.ProductView;

/** The queries on the catalogue's tables. */
@Dependent
class Products {

    static final int MOST_PARKED = 200;

    private static final String HOLDS = " and p.searchText like :text escape '!'";

    /** With the SKUs as one value: a price list has up to ten thousand. */
    private static final String SKUS_HOLDING = "SELECT sku FROM orders.product WHERE merchant_id = ?1"
            + " AND sku = ANY (CAST(?2 AS text[])) AND search_text LIKE ?3 ESCAPE '!'";

    @PersistenceContext(unitName = "counter")
    EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    Products() {}

    Optional<Product> product(UUID merchantId, UUID id) {
        return entities.createQuery(
                        "select p from Product p where p.merchantId = :merchant and p.id = :id", Product.class)
                .setParameter("merchant", merchantId)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The products that have one of the codes as their SKU or barcode. */
    List<Product> withCodes(UUID merchantId, Collection<String> codes) {
        return entities.createQuery(
                        "select p from Product p where p.merchantId = :merchant"
                                + " and (p.sku in (:codes) or p.barcode in (:codes))",
                        Product.class)
                .setParameter("merchant", merchantId)
                .setParameter("codes", codes)
                .getResultList();
    }

    Page<ProductView> page(Search search) {
        String where = "where p.merchantId = :merchant and p.sku > :after"
                + (search.soldOnly() ? " and p.active = true" : "")
                + (search.wanted().text().isBlank() ? "" : HOLDS)
                + (search.wanted().brand().isBlank() ? "" : " and p.brand = :brand")
                + (search.wanted().tag().isBlank() ? "" : " and function('array_contains', p.tags, :tag) = true");
        var query = entities.createQuery("select p from Product p " + where + " order by p.sku", Product.class)
                .setParameter("merchant", search.merchantId())
                .setParameter("after", search.after())
                .setMaxResults(search.limit() + 1);
        search.parameters().forEach(query::setParameter);
        List<ProductView> found = query.getResultStream().map(Product::view).toList();
        if (found.size() <= search.limit()) {
            return new Page<>(found, null);
        }
        List<ProductView> page = found.subList(0, search.limit());
        return new Page<>(page, page.get(page.size() - 1).sku());
    }

    /** Those of the SKUs whose product holds the text. */
    @SuppressWarnings("unchecked") // the provider's own type of a row
    Set<String> skusHolding(UUID merchantId, String text, boolean soldOnly, Collection<String> among) {
        List<String> found = entities.createNativeQuery(soldOnly ? SKUS_HOLDING + " AND active" : SKUS_HOLDING)
                .setParameter(1, merchantId)
                .setParameter(2, among.toArray(String[]::new))
                .setParameter(3, pattern(text))
                .getResultList();
        return Set.copyOf(found);
    }

    /** The text as a pattern for LIKE, with its own wildcards made harmless. */
    private static String pattern(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        return "%" + plain.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    List<String> brands(UUID merchantId) {
        return entities.createQuery(
                        "select distinct p.brand from Product p where p.merchantId = :merchant and p.brand <> ''"
                                + " order by p.brand",
                        String.class)
                .setParameter("merchant", merchantId)
                .getResultList();
    }

    @SuppressWarnings("unchecked") // the provider's own type of a row
    List<String> tags(UUID merchantId) {
        return entities.createNativeQuery("SELECT DISTINCT tag FROM orders.product, unnest(tags) tag"
                        + " WHERE merchant_id = ?1 ORDER BY tag")
                .setParameter(1, merchantId)
                .getResultList();
    }

    /** What is sold in a currency and has a cost, by SKU. */
    List<Product> costed(UUID merchantId, String currency, String after, int limit) {
        return entities.createQuery(
                        "select p from Product p where p.merchantId = :merchant and p.currency = :currency"
                                + " and p.sku > :after and p.active = true and p.unitCost is not null order by p.sku",
                        Product.class)
                .setParameter("merchant", merchantId)
                .setParameter("currency", currency)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    List<String> categories(UUID merchantId) {
        return entities.createQuery(
                        "select distinct p.category from Product p where p.merchantId = :merchant order by p.category",
                        String.class)
                .setParameter("merchant", merchantId)
                .getResultList();
    }

    Product add(Product product) {
        entities.persist(product);
        return product;
    }

    void flush() {
        entities.flush();
    }

    void park(ParkedBasket basket) {
        entities.persist(basket);
    }

    /** The newest: what was left lying for long must not hide what was parked just now. */
    List<ParkedBasket> parked(UUID merchantId, UUID storeId) {
        return entities.createQuery(
                        "select b from ParkedBasket b where b.merchantId = :merchant and b.storeId = :store"
                                + " order by b.id desc",
                        ParkedBasket.class)
                .setParameter("merchant", merchantId)
                .setParameter("store", storeId)
                .setMaxResults(MOST_PARKED)
                .getResultList();
    }

    /** Takes a parked basket off the list. Who comes second waits for the first, and then finds nothing. */
    Optional<ParkedBasket> take(UUID merchantId, UUID id) {
        ParkedBasket basket = entities.find(ParkedBasket.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (basket == null || !basket.isOf(merchantId)) {
            return Optional.empty();
        }
        entities.remove(basket);
        return Optional.of(basket);
    }

    /**
     * What to look for.
     *
     * @param after the SKU the page before ended with; empty for the first page
     */
    record Search(UUID merchantId, ProductSearch wanted, boolean soldOnly, String after, int limit) {

        /** What is to be filled in for what is wanted. */
        Map<String, String> parameters() {
            Map<String, String> parameters = new HashMap<>();
            if (!wanted.text().isBlank()) {
                parameters.put("text", pattern(wanted.text()));
            }
            if (!wanted.brand().isBlank()) {
                parameters.put("brand", wanted.brand().strip());
            }
            if (!wanted.tag().isBlank()) {
                parameters.put("tag", wanted.tag().strip());
            }
            return parameters;
        }
    }
}
