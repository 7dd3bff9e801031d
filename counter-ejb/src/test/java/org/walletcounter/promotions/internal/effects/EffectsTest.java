package org.walletcounter.promotions.internal.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.walletcounter.promotions.Benefit;

class EffectsTest {

    @Test
    void everyBenefitIsReckonedByOneClass() {
        assertThat(Stream.of(Pooled.kinds(), LineByLine.kinds(), Sets.kinds(), Promising.kinds())
                        .flatMap(kinds -> kinds.keySet().stream()))
                .containsExactlyInAnyOrder(benefits());
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends Benefit>[] benefits() {
        return (Class<? extends Benefit>[]) Benefit.class.getPermittedSubclasses();
    }
}
