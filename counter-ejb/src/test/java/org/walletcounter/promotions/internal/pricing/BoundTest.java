package org.walletcounter.promotions.internal.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.internal.goods.Scene;
import org.walletcounter.promotions.internal.goods.Working;

/** Baskets with more offers than can all be tried: what is added to a beginning never costs less than its bound says. */
class BoundTest {

    @Property(tries = 5_000, shrinking = ShrinkingMode.OFF)
    void noCombinationIsBelowTheBoundOfItsBeginnings(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int lines, @ForAll @IntRange(max = 24) int offers) {
        Sample sample = new Sample(seed);
        staysAbove(sample.request(lines, offers / 2, false), sample.offers(offers - offers / 2), new Random(seed));
    }

    @Property(tries = 5_000, shrinking = ShrinkingMode.OFF)
    void norWhenEachLooksAtWhatIsLeftOfItsGoods(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int lines,
            @ForAll @IntRange(max = 12) int vouchers) {
        staysAbove(new Sample(seed).purse(lines, vouchers), Sample.offers(), new Random(seed));
    }

    private static void staysAbove(QuoteRequest request, Offers offers, Random random) {
        Scene scene = Scene.of(request);
        List<Candidate> candidates =
                new Preparing(request, scene).prepare(offers).candidates();
        Legality legality = new Legality(candidates);
        Bound bound = new Bound(candidates, legality, scene);
        Combination drawn = drawn(scene, candidates, legality, random);
        for (int i = 0; i < candidates.size(); i++) {
            Working begun = drawn.before(i);
            long rest = rest(i, candidates.size());
            long chosen = drawn.chosen() & ~rest;
            long[] most =
                    candidates.stream().mapToLong(each -> each.most(begun)).toArray();
            assertThat(bound.lowest(begun, rest, chosen, most)).isLessThanOrEqualTo(drawn.net());
            // Nearer to the truth: nothing else may join.
            assertThat(bound.lowest(begun, rest & drawn.chosen(), chosen, most)).isLessThanOrEqualTo(drawn.net());
        }
    }

    private static Combination drawn(Scene scene, List<Candidate> candidates, Legality legality, Random random) {
        Working working = Working.of(scene);
        long chosen = 0;
        for (int i = 0; i < candidates.size(); i++) {
            boolean joins = random.nextInt(3) > 0 && legality.allows(i, chosen);
            chosen |= joins && candidates.get(i).apply(working) ? 1L << i : 0;
        }
        return new Combination(scene, candidates, legality, chosen);
    }

    private static long rest(int from, int size) {
        return (size == 64 ? -1L : (1L << size) - 1) & -(1L << from);
    }
}
