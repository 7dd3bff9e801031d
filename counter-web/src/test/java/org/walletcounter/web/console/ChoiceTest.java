package org.walletcounter.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest {

    private static final List<Choice> OFFERED = List.of(new Choice("A", "Airport"), new Choice("B", "Bridge"));

    @Test
    void whatIsChosenStaysAmongTheChoicesAlthoughItIsGone() {
        assertThat(Choice.with(List.of("C", "A"), OFFERED, code -> "another " + code))
                .containsExactly(new Choice("A", "Airport"), new Choice("B", "Bridge"), new Choice("C", "another C"));
        assertThat(Choice.with(List.of("B"), OFFERED, code -> "another")).isEqualTo(OFFERED);
        assertThat(Choice.with(List.of("GOLD"), List.of(), code -> code)).containsExactly(new Choice("GOLD", "GOLD"));
    }
}
