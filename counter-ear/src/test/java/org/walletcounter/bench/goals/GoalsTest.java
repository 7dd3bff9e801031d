package org.walletcounter.bench.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.walletcounter.bench.Goal;
import org.walletcounter.run.CannotRun;

class GoalsTest {

    @Test
    void all_are_measured_unless_some_are_chosen() {
        assertThat(Goals.chosen(Set.of()))
                .extracting(Goal::code)
                .doesNotHaveDuplicates()
                .contains("G0", "G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8", "G9", "G10");
        assertThat(Goals.chosen(Set.of("G6", "G1"))).extracting(Goal::code).containsExactly("G1", "G6");
    }

    @Test
    void a_goal_that_does_not_exist_is_named_with_those_that_do() {
        assertThatThrownBy(() -> Goals.chosen(Set.of("G11")))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("G11")
                .hasMessageContaining("G10");
    }
}
