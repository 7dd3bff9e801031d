package org.walletcounter.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
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
    private static final int MORE_THAN_A_PAGE = 201;

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

    /** Whoever read them page by page would find the last one late, or not at all. */
    @Test
    void ofGivenSkusThoseThatHoldATextAreFoundAtOnceHoweverManyOthersHoldIt() {
        addJugs(MORE_THAN_A_PAGE);
        add(named("Z-LAST", "Jug", true));
        PERSISTENCE.inNew(
                () -> products.add(new Product(UUID.randomUUID(), named("GONE", "Jug of somebody else", true))));
        long before = TRANSACTIONS.statements();
        assertThat(holding("manager", " jUg", "A000", "Z-LAST", "TEA-01", "GONE"))
                .containsExactlyInAnyOrder("A000", "Z-LAST");
        assertThat(TRANSACTIONS.statements() - before).isEqualTo(1);
    }

    @Test
    void ofGivenSkusTheSameAreFoundAsInASearch() {
        add(named("BOWL", "Green Bowl", false));
        for (String part : List.of("green", "0% t", "f_c", "50a2", "g_een", "g%n", "!", "龙")) {
            assertThat(holding("manager", part, "TEA-01", "CUP", "BOWL"))
                    .as(part)
                    .containsExactlyInAnyOrderElementsOf(found(part));
        }
        assertThat(holding("cashier", "green", "TEA-01", "BOWL")).containsExactly("TEA-01");
        assertThat(holding("manager", "green")).as("of none").isEmpty();
    }

    private Set<String> holding(String role, String text, String... among) {
        CatalogueBean catalogue = new CatalogueBean();
        catalogue.products = products;
        Actor actor = new Actor("staff:1", "Ann", role, merchant, null);
        return PERSISTENCE.inNew(() -> catalogue.skusHolding(actor, text, List.of(among)));
    }

    private void addJugs(int count) {
        PERSISTENCE.inNew(() -> IntStream.range(0, count)
                .mapToObj(each -> named(String.format("A%03d", each), "Jug", true))
                .map(each -> products.add(new Product(merchant, each)))
                .toList());
    }

    private ProductView named(String sku, String name, boolean active) {
        return new ProductView(UUID.randomUUID(), merchant, sku, name, "", "Pots", null, Money.of(100, "GBP"), active);
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
