package org.walletcounter.promotions.internal.pricing;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Selection;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.goods.Scene;
import org.walletcounter.promotions.internal.goods.Working;

/** Finds the goods that have to cost more before what asks for an amount of them applies. */
final class Lacking {

    private Lacking() {}

    /** Those of which so much is missing: the terms may ask for an amount of other goods than they act on. */
    static Selection goods(Terms terms, Scene scene, long missing) {
        Judging judging = new Judging(scene, Working.of(scene));
        return amounts(Preparing.condition(terms, scene))
                .filter(each -> lacks(judging.judge(each), missing))
                .map(Condition.Amount::of)
                .findFirst()
                .orElse(terms.on());
    }

    private static boolean lacks(Judging.@Nullable Objection objection, long missing) {
        return objection != null && objection.figure() == missing;
    }

    private static Stream<Condition.Amount> amounts(Condition condition) {
        if (condition instanceof Condition.Amount amount) {
            return Stream.of(amount);
        }
        if (condition instanceof Condition.All all) {
            return all.of().stream().flatMap(Lacking::amounts);
        }
        return condition instanceof Condition.Any any ? any.of().stream().flatMap(Lacking::amounts) : Stream.empty();
    }
}
