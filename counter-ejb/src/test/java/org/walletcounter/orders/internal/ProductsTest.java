package org.walletcounter.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Money;
import org.walletcounter.orders.ProductSearch;
import org.walletcounter.orders.ProductView;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.testing.TestTransactions;

/** The search of the catalogue, which the database prepares. */
class ProductsTest {

    private static final TestTransactions TRANSACTIONS =
            new TestTransactions(TestDatabase.shared().app());
    private static final TestPersistence PERSISTENCE = new TestPersistence(TRANSACTIONS);

    private final Products products = new Products();
    private final UUID merchant = UUID.randomUUID();
    private final ProductView tea = new ProductView(
            UUID.randomUUID(),
            merchant,
            "TEA-01",
            "Green 100% Tea",
            "龙井茶 XL",
            "Hot Drinks",
            "Leaf_Co",
            List.of("Loose", "Spring"),
            "",
            "50A2",
            Money.of(295, "GBP"),
            null,
            true,
            0);

    ProductsTest() {
        products.entities = PERSISTENCE.current();
        add(tea);
        add(new ProductView(UUID.randomUUID(), merchant, "CUP", "Cup", "", "Cups", null, Money.of(100, "GBP"), true));
    }

    @Test
    void aProductIsFoundByAPartOfWhateverItHas() {
        for (String part : List.of(
                "ea-0", "green", "0% t", "井茶", "xl", "HOT D", "f_c", "0a", "pring", "loose spring", "  tea  ")) {
            assertThat(found(part)).as(part).containsExactly("TEA-01");
        }
        assertThat(found("cup")).as("what has no barcode").containsExactly("CUP");
        assertThat(found("p")).containsExactly("CUP", "TEA-01");
    }

    @Test
    void nothingIsFoundAcrossTwoThingsNorByAWildcard() {
        for (String none : List.of(
                "tea-01green",
                "tea-01 green",
                "tea龙",
                "xlhot",
                "xl hot",
                "drinks leaf",
                "drinksleaf",
                "leaf_co50",
                "50a2loose",
                "50a2 loose",
                "g%n",
                "leaf.co",
                "g_een",
                "!")) {
            assertThat(found(none)).as(none).isEmpty();
        }
    }

    @Test
    void whatIsChangedIsFoundByWhatItIsNow() {
        ProductView other = new ProductView(
                tea.id(), merchant, "TEA-01", "Black", "", "Hot Drinks", null, Money.of(295, "GBP"), true);
        PERSISTENCE.inNew(() -> {
            Product kept = products.product(merchant, tea.id()).orElseThrow();
            kept.change(other);
            return kept;
        });
        assertThat(found("black")).containsExactly("TEA-01");
        assertThat(found("green")).isEmpty();
    }

    @Test
    void eachProductIsComparedWithTheTextOnce() {
        assertThat(found("green")).isNotEmpty();
        assertThat(TRANSACTIONS.latest()).containsOnlyOnce(" like ");
    }

    private List<String> found(String text) {
        Products.Search search = new Products.Search(merchant, ProductSearch.of(text), false, "", 10);
        return PERSISTENCE.inNew(() ->
                products.page(search).items().stream().map(ProductView::sku).toList());
    }

    private void add(ProductView product) {
        PERSISTENCE.inNew(() -> products.add(new Product(merchant, product)));
    }
}
