package org.walletcounter.reporting.internal.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.loyalty.internal.MovingClock;
import org.walletcounter.loyalty.internal.TestShop;
import org.walletcounter.promotions.PastSales;
import org.walletcounter.testing.TestDatabase;

/** Past sales as drafts are tried on them, over real payments. */
class SalesOfThePastTest {

    /** At noon, so that it stays the same day. */
    private final MovingClock clock =
            new MovingClock(Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(12)));

    private final TestShop shop = new TestShop(TestDatabase.shared(), clock);
    private final PastSales sales = new SalesOfThePast(TestDatabase.shared().app());
    private final UUID member = shop.member("en", 10);

    @Test
    void aSaleThatCameBackWholeWasNoFirstPurchase() {
        UUID first = shop.pay(member, 2_000, 1);
        clock.goOn(Duration.ofMinutes(1));
        shop.pay(member, 500, 1);
        assertThat(firstPurchases()).containsExactly(true, false);
        shop.giveBack(first, 1_500);
        assertThat(firstPurchases()).as("some of it is kept").containsExactly(true, false);
        shop.giveBack(first, 500);
        assertThat(firstPurchases()).containsExactly(true, true);
    }

    @Test
    void aSaleThatCostNothingWasTheFirstPurchaseUntilItsGoodsCameBack() {
        UUID first = shop.pay(member, 0, 1);
        clock.goOn(Duration.ofMinutes(1));
        shop.pay(member, 500, 1);
        assertThat(firstPurchases()).containsExactly(true, false);
        shop.takeBack(first);
        assertThat(firstPurchases()).containsExactly(true, true);
    }

    private List<Boolean> firstPurchases() {
        PastSales.Period period = new PastSales.Period(
                shop.merchant, "GBP", shop.today().minusDays(1), shop.today().minusDays(1));
        return sales.next(period, null, 10).stream()
                .map(each -> Objects.requireNonNull(each.request()).shopper().firstPurchase())
                .toList();
    }
}
