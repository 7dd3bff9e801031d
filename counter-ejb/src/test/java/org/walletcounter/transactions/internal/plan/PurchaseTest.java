package org.walletcounter.transactions.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Money;
import org.walletcounter.transactions.SpendingPlan;

/** Plain examples of a plan's arithmetic. */
class PurchaseTest {

    @Test
    void anAmountThatWasGivenBackIsBorneByEachCategoryForItsPart() {
        assertThat(of(1000, Map.of("Tea", 1000L, "Cups", 500L)).parts())
                .containsExactly(Map.entry("Cups", 333L), Map.entry("Tea", 667L));
    }

    @Test
    void whatNoLineExplainsIsInNoCategory() {
        assertThat(of(1200, Map.of("Tea", 1000L)).parts())
                .containsExactly(Map.entry("", 200L), Map.entry("Tea", 1000L));
        assertThat(of(700, Map.of()).parts()).containsExactly(Map.entry("", 700L));
    }

    @Test
    void aCategoryThatCameBackIsGone() {
        assertThat(of(500, Map.of("Tea", 0L, "Cups", 500L)).parts()).containsExactly(Map.entry("Cups", 500L));
        assertThat(of(0, Map.of("Tea", 700L)).parts().values()).containsOnly(0L);
    }

    @Test
    void theMedianIsTheMiddleOneOrTheMeanOfTheTwoInTheMiddleRoundedDown() {
        assertThat(Reckoning.median(List.of(9L, 1L, 4L))).hasValue(4L);
        assertThat(Reckoning.median(List.of(1L, 4L))).hasValue(2L);
        assertThat(Reckoning.median(List.of(Long.MAX_VALUE, Long.MAX_VALUE))).hasValue(Long.MAX_VALUE);
        assertThat(Reckoning.median(List.of())).isEmpty();
    }

    @Test
    void aLimitIsNearAtFourFifthsAndOverOnlyAboveAll() {
        assertThat(List.of(7999L, 8000L, 10_000L, 10_001L))
                .extracting(
                        spent -> MakingPlans.used(money(10_000), money(spent)).state())
                .containsExactly(
                        SpendingPlan.Limit.State.FINE,
                        SpendingPlan.Limit.State.NEAR,
                        SpendingPlan.Limit.State.NEAR,
                        SpendingPlan.Limit.State.OVER);
        SpendingPlan.Limit over = MakingPlans.used(money(3), money(4));
        assertThat(over.left()).isEqualTo(money(-1));
        assertThat(over.share()).isEqualTo(13_333);
    }

    private static Money money(long minor) {
        return Money.of(minor, "GBP");
    }

    private static Purchase of(long net, Map<String, Long> lines) {
        return Purchase.of(UUID.randomUUID(), LocalDate.of(2026, 11, 28), net, true, lines);
    }
}
