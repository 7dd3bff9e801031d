package org.walletcounter.promotions.internal.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.internal.goods.Draw;

class EffectsTest {

    @Test
    void everyBenefitIsReckonedByOneClass() {
        assertThat(Stream.of(Pooled.kinds(), LineByLine.kinds(), Sets.kinds(), Promising.kinds())
                        .flatMap(kinds -> kinds.keySet().stream()))
                .containsExactlyInAnyOrder(benefits());
    }

    @Test
    void drawsFollowThePublishedOdds() {
        Map<Long, Integer> counts = new HashMap<>();
        for (int sale = 0; sale < 10_000; sale++) {
            counts.merge(Draw.number("a seed", "sale " + sale, 4), 1, Integer::sum);
        }
        assertThat(counts).hasSize(4);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(2_300, 2_700));
    }

    @Test
    void aDrawCanBeRepeatedByWhoKnowsTheSeed() {
        assertThat(Draw.number("a seed", "sale 1", 1_000)).isEqualTo(Draw.number("a seed", "sale 1", 1_000));
        assertThat(Draw.commitment("a seed"))
                .isEqualTo("8f44d509e0492acec4fc109a030a5c751f063fb743cc388f0ed722bacc3bc66c")
                .hasSize(64);
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends Benefit>[] benefits() {
        return (Class<? extends Benefit>[]) Benefit.class.getPermittedSubclasses();
    }
}
