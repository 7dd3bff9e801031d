package org.walletcounter.transactions.internal.lottery;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.PrivilegedAct;
import org.walletcounter.merchants.Directory;
import org.walletcounter.transactions.PrizeDraw;
import org.walletcounter.transactions.PrizeDraw.State;
import org.walletcounter.transactions.TransactionError;

/** Notes that a gift was handed over, once, by whom and where. */
@Dependent
class HandingOver {

    private final DrawRows rows;
    private final Directory directory;
    private final Clock clock;
    private final Event<PrivilegedAct> acts;

    @Inject
    HandingOver(DrawRows rows, Directory directory, Clock clock, Event<PrivilegedAct> acts) {
        this.rows = rows;
        this.directory = directory;
        this.clock = clock;
        this.acts = acts;
    }

    PrizeDraw handOver(Actor actor, UUID drawId, @Nullable UUID storeId) {
        UUID store = storeId == null ? actor.storeId() : storeId;
        if (store != null) {
            directory.store(actor, store); // where it was is never changed again, so it must be a place of the actor's
        }
        PrizeDraw seen = rows.first("id = ?1 AND merchant_id = ?2 FOR NO KEY UPDATE", drawId, actor.merchantId())
                .orElseThrow(() -> new CounterException(TransactionError.NO_SUCH_PRIZE));
        if (seen.state() == State.HANDED_OVER) {
            throw new CounterException(TransactionError.PRIZE_HANDED_OVER);
        }
        if (seen.state() != State.TO_HAND_OVER && seen.state() != State.FAILED) {
            throw new CounterException(TransactionError.NOT_TO_BE_HANDED_OVER);
        }
        rows.change(
                "UPDATE transactions.draw SET state = 'HANDED_OVER', done_at = ?2, done_by = ?3, done_name = ?4,"
                        + " done_store = CAST(nullif(?5, '') AS uuid) WHERE id = ?1",
                drawId,
                clock.instant(),
                actor.id(),
                actor.name(),
                store == null ? "" : store.toString());
        PrizeDraw done = rows.first("id = ?1", drawId).orElseThrow();
        PrizeDraw.Prize prize = done.prize();
        acts.fire(new PrivilegedAct(actor, "prize.handed-over", "draw:" + drawId, prize == null ? "" : prize.code()));
        return done;
    }
}
