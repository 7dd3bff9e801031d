package org.walletcounter.reporting;

import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;

/** The live board. Thread-safe. */
public interface LiveBoard {

    /** Today as it stands, of a store or of all the actor may see. */
    BoardView today(Actor actor, @Nullable UUID storeId);

    /**
     * Calls back whenever the merchant's day has moved, at most a few times a second, until closed. The callback must be
     * quick; one that throws is dropped.
     */
    AutoCloseable watch(Actor actor, Consumer<BoardView> screen);
}
