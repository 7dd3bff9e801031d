package org.walletcounter.imports.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.imports.ImportError;
import org.walletcounter.imports.ImportView;
import org.walletcounter.imports.ImportView.State;
import org.walletcounter.imports.internal.file.Day;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;

/**
 * One import of one file, from its first line to its last, however often it was stopped in between. Running ones are paused
 * by a wish that the worker sees after the day in hand.
 */
@Entity
@Table(schema = "imports", name = "run")
class ImportRun {

    @Id
    private UUID id;

    @Column(name = "merchant_id", updatable = false)
    private UUID merchantId;

    @Column(name = "store_id", updatable = false)
    private UUID storeId;

    @Column(name = "file_name", updatable = false)
    private String fileName;

    @Column(name = "stored_as", updatable = false)
    private String storedAs;

    @Enumerated(EnumType.STRING)
    private State state;

    private String node;

    private boolean pausing;

    @Column(name = "lines_total", updatable = false)
    private int linesTotal;

    @Column(name = "lines_done")
    private int linesDone;

    @Column(name = "lines_listed")
    private int linesListed;

    @Column(name = "piece_done")
    private int pieceDone;

    @Column(name = "started_by", updatable = false)
    private String startedBy;

    @Column(name = "started_at", updatable = false)
    private Instant startedAt;

    @Column(name = "touched_at")
    private Instant touchedAt;

    @Nullable
    @Column(name = "ended_at")
    private Instant endedAt;

    @Nullable
    private String problem;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected ImportRun() {}

    ImportRun(UUID id, Received received, String node, Instant now) {
        this.id = id;
        this.merchantId = received.merchantId();
        this.storeId = received.storeId();
        this.fileName = received.fileName();
        this.storedAs = received.storedAs();
        this.state = State.RUNNING;
        this.node = node;
        this.linesTotal = received.lines();
        this.startedBy = received.by();
        this.startedAt = now;
        this.touchedAt = now;
    }

    /** A file that was taken in. */
    record Received(UUID merchantId, UUID storeId, String fileName, String storedAs, int lines, String by) {}

    /** The run as its worker needs it. */
    record Order(UUID id, UUID merchantId, UUID storeId, String storedAs, int pieceDone) {}

    Order order() {
        return new Order(id, merchantId, storeId, storedAs, pieceDone);
    }

    /** Whether somebody may see it: it is their merchant's, and into their store if they are bound to one. */
    boolean isInReachOf(Actor actor) {
        return merchantId.equals(actor.merchantId()) && (actor.storeId() == null || storeId.equals(actor.storeId()));
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }

    boolean isCompleted() {
        return state == State.COMPLETED;
    }

    boolean isPausing() {
        return pausing;
    }

    /** Notes that a day of the file has been dealt with. */
    void dealtWith(Day day, int listed, Instant now) {
        pieceDone = day.piece();
        linesDone += day.lines();
        linesListed += listed;
        touchedAt = now;
    }

    void wishPause() {
        if (!isRunning()) {
            throw new CounterException(ImportError.NOT_IN_THAT_STATE);
        }
        pausing = true;
    }

    void requireResumable() {
        if (state != State.PAUSED && state != State.FAILED) {
            throw new CounterException(ImportError.NOT_IN_THAT_STATE);
        }
    }

    /** Goes to work again. */
    void resume(String onNode, Instant now) {
        requireResumable();
        state = State.RUNNING;
        node = onNode;
        pausing = false;
        endedAt = null;
        problem = null;
        touchedAt = now;
    }

    /** Stops working, for the time being or for good. What has ended stays so. */
    void end(State how, @Nullable String why, Instant now) {
        if (isRunning()) {
            state = how;
            problem = why;
            pausing = false;
            touchedAt = now;
            endedAt = now;
        }
    }

    ImportView view() {
        return new ImportView(id, fileName, state, linesDone, linesTotal, linesListed, startedAt, endedAt, problem);
    }
}
