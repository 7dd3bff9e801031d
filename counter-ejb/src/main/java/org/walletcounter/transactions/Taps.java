package org.walletcounter.transactions;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Page;

/**
 * The door for gates (公交、地铁闸机): many small debits at once. Each tap carries its own id and counts once, for ever, in
 * whatever batch and however often it comes. Thread-safe.
 */
public interface Taps {

    /** The most taps of one call. */
    int MOST = 500;

    /**
     * Takes taps and answers each, in their order, when what was taken is durable; no thread waits meanwhile. A tap that
     * is refused spoils none of the others. What the ledger refused stays refused under the tap's id; what was refused
     * before (no such card, a broken fare) has left no trace and may come again.
     *
     * @throws org.walletcounter.kernel.CounterException through the stage, when it is not known what became of them or too
     *     much is waiting: send all of them again
     */
    CompletionStage<List<TapAnswer>> take(Actor actor, List<Tap> taps);

    /** A tap in the actor's scope, as it was answered. */
    TapAnswer tap(Actor actor, UUID id);

    /**
     * Cards and phones to turn away now, by cursor. One leaves the list by itself once its wallet can pay the fare it owed.
     *
     * @param limit 1 to 1000
     */
    Page<DeniedToken> denied(Actor actor, @Nullable String after, int limit);
}
