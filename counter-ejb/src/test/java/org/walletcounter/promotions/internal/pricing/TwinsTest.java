package org.walletcounter.promotions.internal.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Promotion;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.Selection;
import org.walletcounter.promotions.Stacking;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.goods.Scene;

class TwinsTest {

    private static final Stacking ONE_OF_A_CATEGORY =
            new Stacking("item", Stacking.ANY, 1, Set.of(), 0, Stacking.Base.DISCOUNTED);
    private static final Terms TEA = onGoods("tea", new Benefit.NthItem(2, 5_000));
    private static final Terms CUPS = onGoods("cups", new Benefit.BuyGet(1, 1, Selection.ofCategories("cups"), 9_000));
    private static final QuoteRequest REQUEST =
            Sample.request(Sample.basket(Sample.line(1, "tea1", 2, 900), Sample.line(2, "cups1", 2, 700)));

    @Test
    void theLaterOfTwoThatDoTheSameIsLeftOut() {
        assertThat(later(TEA, TEA)).isEqualTo(0b10);
        assertThat(later(TEA, TEA, TEA)).isEqualTo(0b110);
        assertThat(later(TEA, CUPS, TEA, CUPS)).isEqualTo(0b1100);
    }

    @Test
    void oneThatDoesAnotherThingIsNot() {
        assertThat(later(TEA, CUPS)).isZero();
        assertThat(later(TEA, TEA.giving(new Benefit.NthItem(2, 4_000)))).isZero();
        assertThat(later(TEA, TEA.leaving(100))).isZero();
        assertThat(later(TEA, TEA.when(Condition.from(1)))).isZero();
    }

    @Test
    void norAreTwoThatGoTogether() {
        Terms free = TEA.stacked(Stacking.FREE);
        assertThat(later(free, free)).isZero();
    }

    @Test
    void norIfSomethingBetweenThemUsesTheirGoodsOrLooksAtTheOrder() {
        Terms cupsForTea = onGoods("tea", new Benefit.BuyGet(1, 1, Selection.ofCategories("cups"), 9_000));
        assertThat(later(TEA, cupsForTea, TEA)).isZero();
        assertThat(later(TEA, CUPS.when(Condition.from(1)), TEA)).isZero();
    }

    @Test
    void whatLooksAtTheOrderIsNotCompared() {
        Terms order = Terms.of("order", "CNY", new Benefit.AmountOff(100)).stacked(Stacking.oneOf("order"));
        assertThat(later(order, order)).isZero();
    }

    private static Terms onGoods(String category, Benefit benefit) {
        return Terms.of(category, "CNY", benefit)
                .on(Selection.ofCategories(category))
                .stacked(ONE_OF_A_CATEGORY);
    }

    private static long later(Terms... terms) {
        Promotion[] promotions = new Promotion[terms.length];
        for (int i = 0; i < terms.length; i++) {
            promotions[i] = Sample.promotion(i, terms[i]);
        }
        Scene scene = Scene.of(REQUEST);
        List<Candidate> candidates =
                new Preparing(REQUEST, scene).prepare(Sample.offers(promotions)).candidates();
        assertThat(candidates).hasSameSizeAs(terms);
        return Twins.later(candidates, new Legality(candidates));
    }
}
