package org.walletcounter.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Ids;
import org.walletcounter.orders.BasketLine;
import org.walletcounter.orders.ParkedSale;
import org.walletcounter.testing.Moment;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.testing.TestTransactions;

class ParkedSalesTest {

    private static final TestPersistence PERSISTENCE =
            new TestPersistence(new TestTransactions(TestDatabase.shared().app()));

    private final Moment clock = new Moment();
    private final Products products = new Products();
    private final UUID merchant = UUID.randomUUID();
    private final UUID store = UUID.randomUUID();

    ParkedSalesTest() {
        products.entities = PERSISTENCE.current();
    }

    @Test
    void whatWasParkedJustNowIsListedHoweverManyWereLeftLying() {
        PERSISTENCE.inNew(() -> {
            for (int i = 0; i < Products.MOST_PARKED; i++) {
                park("left lying");
            }
            return park("blue coat");
        });
        List<String> labels = PERSISTENCE.inNew(() -> products.parked(merchant, store).stream()
                .map(ParkedBasket::view)
                .map(ParkedSale::label)
                .toList());
        assertThat(labels).hasSize(Products.MOST_PARKED).startsWith("blue coat", "left lying");
    }

    private UUID park(String label) {
        clock.pass(Duration.ofSeconds(1));
        List<BasketLine> lines = List.of(new BasketLine(null, "Wrapping", 1, 150L));
        ParkedSale sale = new ParkedSale(Ids.next(clock), store, label, "Sam", clock.instant(), lines, 150);
        products.park(new ParkedBasket(merchant, sale));
        return sale.id();
    }
}
