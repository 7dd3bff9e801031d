package org.walletcounter.transactions.internal.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.ledger.internal.TestLedger;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.Sale;
import org.walletcounter.promotions.internal.pricing.PurePricing;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.transactions.TransactionError;

/** Payments of which nothing but their lines was kept. */
class SoldSalesTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final TestLedger LEDGER = TestLedger.on(TestDatabase.shared(), CLOCK);
    private static final TestPersistence PERSISTENCE = new TestPersistence(LEDGER.transactions());
    private static final long MOST_OF_A_LINE = 1_000_000_000_000L;

    private final SoldSales sales = new SoldSales(TestCheckout.kept(PERSISTENCE.current()), new PurePricing());

    @AfterAll
    static void stop() {
        LEDGER.close();
    }

    @Test
    void linesThatCostTheirPiecesPriceMakeTheSale() {
        GoodsBack.Paid paid = paid(lines(Basket.MOST_LINES));
        assertThat(knows(paid)).isTrue();
        Sale sale = PERSISTENCE.inNew(() -> sales.of(paid));
        assertThat(sale.quote().lines()).hasSize(Basket.MOST_LINES);
        assertThat(sale.quote().totals().payable()).isEqualTo(100L * Basket.MOST_LINES);
        assertThat(knows(paid(List.of(line(1, 1, MOST_OF_A_LINE))))).isTrue();
    }

    @Test
    void linesThatSomethingMovedAreUnknown() {
        assertUnknown(paid(List.of()));
        assertUnknown(paid(List.of(new PricedLine(1, null, "TEA", "Tea", "Drinks", 2, 100, 199))));
    }

    @Test
    void moreLinesThanArePricedAreUnknown() {
        assertUnknown(paid(lines(Basket.MOST_LINES + 1)));
    }

    @Test
    void aLineDearerOrOfMorePiecesThanArePricedIsUnknown() {
        assertUnknown(paid(List.of(line(1, 1, MOST_OF_A_LINE + 1))));
        assertUnknown(paid(List.of(line(1, 2, MOST_OF_A_LINE / 2 + 1))));
        assertUnknown(paid(List.of(line(1, 100_001, 1))));
    }

    private void assertUnknown(GoodsBack.Paid paid) {
        assertThat(knows(paid)).isFalse();
        assertThatThrownBy(() -> PERSISTENCE.inNew(() -> sales.of(paid)))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(TransactionError.LINES_UNKNOWN));
    }

    private boolean knows(GoodsBack.Paid paid) {
        return PERSISTENCE.inNew(() -> sales.knows(paid));
    }

    private static GoodsBack.Paid paid(List<PricedLine> lines) {
        return new GoodsBack.Paid(Ids.next(CLOCK), Ids.next(CLOCK), "GBP", null, lines);
    }

    private static List<PricedLine> lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> line(number, 1, 100))
                .toList();
    }

    private static PricedLine line(int number, int quantity, long unitAmount) {
        return new PricedLine(number, null, "TEA", "Tea", "Drinks", quantity, unitAmount, quantity * unitAmount);
    }
}
