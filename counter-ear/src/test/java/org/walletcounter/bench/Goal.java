package org.walletcounter.bench;

import java.util.List;

/**
 * One of the goals of performance: knows how to measure itself. A new one is a class in {@code bench.goals} and a line in
 * {@code Goals}.
 */
public interface Goal {

    /** As in "G1". */
    String code();

    /** Whether it pays to one merchant only, and so needs the second population. */
    default boolean needsOneMerchant() {
        return false;
    }

    /** Once before the rounds, when the server is warm. */
    default void before(Measuring measuring) {}

    /** In each round. */
    default void round(Measuring measuring) {}

    /** Once after the rounds. It may stop and start the server. */
    default void after(Measuring measuring) {}

    /** What was found. */
    List<Figure> figures(Samples samples);

    /** Tables beside the figures. */
    default List<Sheet> sheets(Samples samples) {
        return List.of();
    }
}
