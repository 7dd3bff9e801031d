package org.walletcounter.web.console.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Amounts by day as bars and as a line. */
class DayChartTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    @Test
    void eachDayHasItsBarAndTheLineEndsAtTheSum() {
        DayChart chart = DayChart.of(Map.of(DAY, 50L, DAY.plusDays(2), 100L), DAY, DAY.plusDays(3), 300L);

        assertThat(chart.bars()).extracting(DayChart.Bar::amount).containsExactly(50L, 0L, 100L, 0L);
        assertThat(chart.bars()).extracting(DayChart.Bar::height).containsExactly(80L, 0L, 160L, 0L);
        assertThat(chart.line()).isEqualTo("0,160 186,134 372,134 558,80 744,80");
        assertThat(chart.limit()).isZero();
        assertThat(chart.total()).isEqualTo(150);
    }

    @Test
    void aLongSpanHasABarForSeveralDaysAndLosesNothing() {
        Map<LocalDate, Long> amounts = Map.of(DAY, 1L, DAY.plusDays(99), 2L, DAY.plusDays(364), 4L);

        DayChart chart = DayChart.of(amounts, DAY, DAY.plusDays(364), null);

        assertThat(chart.bars()).hasSizeLessThanOrEqualTo(62);
        assertThat(chart.total()).isEqualTo(7);
        assertThat(chart.bars().get(chart.bars().size() - 1).last()).isEqualTo(DAY.plusDays(364));
    }

    @Test
    void nothingIsAFlatLine() {
        DayChart chart = DayChart.of(Map.of(), DAY, DAY, null);

        assertThat(chart.line()).isEqualTo("0,160 744,160");
        assertThat(chart.limit()).isNull();
    }
}
