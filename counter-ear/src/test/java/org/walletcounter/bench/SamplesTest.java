package org.walletcounter.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void the_median_is_the_middle_value_and_one_wild_round_does_not_move_it() {
        assertThat(Samples.median(List.of(900.0, 3.0, 1000.0))).isEqualTo(900.0);
        assertThat(Samples.median(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(2.5);
        assertThat(Samples.median(List.of())).isNaN();
    }

    @Test
    void a_ratio_is_taken_round_by_round_so_that_a_slow_machine_slows_both() {
        List<Double> ours = List.of(50.0, 100.0, 210.0);
        List<Double> limits = List.of(50.0, 100.0, 200.0);
        assertThat(Samples.medianRatio(ours, limits)).isEqualTo(1.0);
        assertThat(Samples.medianRatio(ours, List.of())).isNaN();
    }

    @Test
    void the_best_series_is_the_one_with_the_highest_median() {
        Samples samples = new Samples();
        samples.add("steady", 10);
        samples.add("steady", 10);
        samples.add("steady", 10);
        samples.add("wild", 30);
        samples.add("wild", 1);
        samples.add("wild", 2);
        assertThat(samples.best(List.of("wild", "steady", "unknown"))).isEqualTo("steady");
    }
}
