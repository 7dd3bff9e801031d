package org.walletcounter.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Money;
import org.walletcounter.orders.ProductSearch;
import org.walletcounter.orders.ProductView;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.testing.TestTransactions;

/** What becomes of codes that are taken into the catalogue. */
class CatalogueIntakeTest {

    private static final TestPersistence PERSISTENCE =
            new TestPersistence(new TestTransactions(TestDatabase.shared().app()));
    private static final String BARCODE = "5012345678900";

    private final Products products = new Products();
    private final CatalogueIntakeBean intake = new CatalogueIntakeBean();
    private final UUID merchant = UUID.randomUUID();

    CatalogueIntakeTest() {
        products.entities = PERSISTENCE.current();
        intake.products = products;
    }

    @Test
    void aCodeThatIsTheBarcodeOfAProductIsThatProductAndNoOther() {
        ProductView mug = kept("MUG-1", BARCODE);
        Map<String, UUID> taken = taken(BARCODE, "MUG-1", "NEW-1");
        assertThat(taken).containsEntry(BARCODE, mug.id()).containsEntry("MUG-1", mug.id());
        assertThat(skus()).containsExactly("MUG-1", "NEW-1");
        assertThat(taken(BARCODE)).as("a repeat").containsEntry(BARCODE, mug.id());
        assertThat(skus()).containsExactly("MUG-1", "NEW-1");
    }

    @Test
    void aCodeThatIsOneProductsSkuAndAnothersBarcodeIsTheFirst() {
        kept("MUG-1", BARCODE);
        ProductView named = kept(BARCODE, null);
        assertThat(taken(BARCODE)).containsEntry(BARCODE, named.id());
    }

    private Map<String, UUID> taken(String... codes) {
        List<ProductView> wanted =
                List.of(codes).stream().map(code -> product(code, null)).toList();
        Map<String, UUID> taken = new TreeMap<>();
        PERSISTENCE
                .inNew(() -> intake.addMissing(Actor.system(merchant), wanted))
                .forEach((code, product) -> taken.put(code, product.id()));
        return taken;
    }

    private List<String> skus() {
        Products.Search all = new Products.Search(merchant, ProductSearch.of(""), false, "", 10);
        return PERSISTENCE.inNew(
                () -> products.page(all).items().stream().map(ProductView::sku).toList());
    }

    private ProductView kept(String sku, @Nullable String barcode) {
        ProductView product = product(sku, barcode);
        return PERSISTENCE.inNew(
                () -> products.add(new Product(merchant, product)).view());
    }

    private ProductView product(String sku, @Nullable String barcode) {
        return new ProductView(
                UUID.randomUUID(), merchant, sku, "Mug", "", "Cups", barcode, Money.of(100, "GBP"), true);
    }
}
