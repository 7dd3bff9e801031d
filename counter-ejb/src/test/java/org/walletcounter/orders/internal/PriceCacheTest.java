package org.walletcounter.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Money;
import org.walletcounter.orders.BasketLine;
import org.walletcounter.orders.ProductView;

class PriceCacheTest {

    private static final UUID MERCHANT = UUID.randomUUID();
    private static final UUID CUP = UUID.randomUUID();

    private long changes;
    private final PriceCache cache = new PriceCache(Clock.systemUTC(), subject -> changes);
    private final List<Collection<String>> questions = new ArrayList<>();
    private long price = 295;

    @Test
    void aProductIsAskedForOnceByEachOfItsCodes() {
        assertThat(prices("CUP", "5012")).containsEntry("CUP", 295L).containsEntry("5012", 295L);
        assertThat(prices("5012", "CUP", "CUP")).containsEntry("CUP", 295L).containsEntry("5012", 295L);
        assertThat(questions).hasSize(1);
    }

    @Test
    void whatAnotherNodeChangedIsSeenWhenThisOneHearsOfIt() {
        prices("CUP");
        price = 300;
        assertThat(prices("CUP")).containsEntry("CUP", 295L);
        changes++;
        assertThat(prices("CUP")).containsEntry("CUP", 300L);
        assertThat(prices("CUP")).containsEntry("CUP", 300L);
        assertThat(questions).hasSize(2);
    }

    @Test
    void whatChangesWhileItIsAskedForIsAskedForAgain() {
        cache.of(MERCHANT, List.of(new BasketLine("CUP", null, 1, null)), codes -> {
            List<Product> old = ask(codes);
            price = 300;
            changes++;
            return old;
        });
        assertThat(prices("CUP")).containsEntry("CUP", 300L);
    }

    @Test
    void whatWasChangedHereIsSeenAtOnce() {
        prices("CUP", "5012");
        price = 300;
        cache.forget(CUP);
        assertThat(prices("CUP", "5012")).containsEntry("CUP", 300L).containsEntry("5012", 300L);
    }

    @Test
    void anotherMerchantsCodesAreOtherProducts() {
        prices("CUP");
        cache.of(UUID.randomUUID(), List.of(new BasketLine("CUP", null, 1, null)), this::ask);
        assertThat(questions).hasSize(2);
    }

    @Test
    void openLinesAskNothing() {
        assertThat(cache.of(MERCHANT, List.of(new BasketLine(null, "Wrapping", 1, 150L)), this::ask))
                .isEmpty();
        assertThat(questions).isEmpty();
    }

    private Map<String, Long> prices(String... codes) {
        List<BasketLine> lines = List.of(codes).stream()
                .map(code -> new BasketLine(code, null, 1, null))
                .toList();
        Map<String, Long> prices = new HashMap<>();
        cache.of(MERCHANT, lines, this::ask)
                .forEach((code, product) -> prices.put(code, product.price().minor()));
        return prices;
    }

    private List<Product> ask(Collection<String> codes) {
        questions.add(List.copyOf(codes));
        return List.of(new Product(
                MERCHANT,
                new ProductView(CUP, MERCHANT, "CUP", "Cup", "", "Cups", "5012", Money.of(price, "GBP"), true)));
    }
}
