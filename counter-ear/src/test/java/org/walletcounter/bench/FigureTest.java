package org.walletcounter.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.walletcounter.bench.Figure.Wanted;

class FigureTest {

    @Test
    void more_is_better_where_at_least_is_wanted_and_less_where_at_most() {
        assertThat(figure(List.of(100.0), List.of(100.0), Wanted.atLeast(1)).isMet())
                .isTrue();
        assertThat(figure(List.of(99.0), List.of(100.0), Wanted.atLeast(1)).isMet())
                .isFalse();
        assertThat(figure(List.of(100.0), List.of(50.0), Wanted.atMost(2)).isMet())
                .isTrue();
        assertThat(figure(List.of(101.0), List.of(50.0), Wanted.atMost(2)).isMet())
                .isFalse();
    }

    @Test
    void a_limit_that_is_one_constant_holds_for_all_rounds() {
        Figure figure = figure(List.of(300.0, 100.0, 200.0), List.of(100.0), Wanted.atLeast(2));
        assertThat(figure.ratio()).isEqualTo(2.0);
        assertThat(figure.isMet()).isTrue();
    }

    @Test
    void a_goal_that_was_not_measured_is_neither_met_nor_missed() {
        assertThat(Figure.unmeasured("G9", "anything", "there was no time").isMet())
                .isNull();
        assertThat(figure(List.of(), List.of(5.0), Wanted.atMost(1)).isMet()).isNull();
    }

    private static Figure figure(List<Double> ours, List<Double> limits, Wanted wanted) {
        return new Figure("G0", "something", "/s", ours, limits, wanted, "");
    }
}
