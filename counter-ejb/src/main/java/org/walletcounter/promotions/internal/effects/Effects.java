package org.walletcounter.promotions.internal.effects;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.internal.goods.Scene;

/** Which class reckons which benefit: each family names its kinds. A test walks all benefits, so none is forgotten. */
public final class Effects {

    private static final Map<Class<? extends Benefit>, Maker> MAKERS = Stream.of(
                    Pooled.kinds(), LineByLine.kinds(), Sets.kinds(), Promising.kinds())
            .flatMap(kinds -> kinds.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Effects() {}

    /** What a benefit does to a basket. */
    public static Effect of(Benefit benefit, Scene scene) {
        Maker maker = MAKERS.get(benefit.getClass());
        if (maker == null) {
            throw new IllegalArgumentException("No class reckons " + benefit.getClass() + ".");
        }
        return maker.make(benefit, scene);
    }

    /** One kind of benefit and who reckons it. */
    static <B extends Benefit> Map.Entry<Class<? extends Benefit>, Maker> kind(
            Class<B> type, BiFunction<B, Scene, Effect> maker) {
        return Map.entry(type, (benefit, scene) -> maker.apply(type.cast(benefit), scene));
    }

    /** Makes the effect of a benefit on a basket. */
    @FunctionalInterface
    interface Maker {
        Effect make(Benefit benefit, Scene scene);
    }
}
