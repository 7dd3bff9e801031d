package org.walletcounter.web.api.reporting;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.walletcounter.reporting.BoardView;
import org.walletcounter.web.WebLog;

/**
 * One screen's stream of the live board. One event at a time is on its way: a screen that still has the last one in its pipe
 * is left out until it has read it, and then gets the newest figures and none of those between. Thread-safe.
 */
class BoardStream {

    private static final long RETRY_MILLIS = 3000;

    /** A screen that has not read an event for so many beats does not read at all. */
    private static final int PATIENCE = 2;

    private final SseEventSink sink;
    private final Sse sse;
    private final BooleanSupplier admitted;
    private final Function<BoardView, String> text;
    private final AtomicReference<@Nullable BoardView> newest = new AtomicReference<>();
    private final AtomicBoolean beatDue = new AtomicBoolean();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger waited = new AtomicInteger();
    private @Nullable AutoCloseable watch;
    private volatile boolean onItsWay;
    private volatile boolean gone;

    /** A stream whose figures are written as such a text, for as long as its screen is admitted. */
    BoardStream(SseEventSink sink, Sse sse, BooleanSupplier admitted, Function<BoardView, String> text) {
        this.sink = sink;
        this.sse = sse;
        this.admitted = admitted;
        this.text = text;
    }

    synchronized void watching(AutoCloseable started) {
        watch = started;
    }

    /** Sends the figures, now or when there is room. A stream that is gone throws, and is watched for no more. */
    void show(BoardView view) {
        if (gone || sink.isClosed()) {
            throw new IllegalStateException("The screen has gone.");
        }
        newest.set(view);
        sendNext();
    }

    /** Keeps the stream warm; tells whether it lives. One that does not sends nothing more, and is to be closed. */
    boolean beat() {
        if (gone || sink.isClosed() || isShutOut() || isStuck()) {
            gone = true;
            return false;
        }
        if (!onItsWay) {
            beatDue.set(true);
            sendNext();
        }
        return true;
    }

    /** Ends it. Waits for what is on its way to a screen that does not read, unless it is interrupted. */
    synchronized void close() {
        gone = true;
        try (SseEventSink closing = sink;
                AutoCloseable ending = watch) {
            watch = null;
        } catch (Exception broken) {
            WebLog.LOG.streamNotClosed(broken);
        }
    }

    private boolean isStuck() {
        return onItsWay && waited.incrementAndGet() >= PATIENCE;
    }

    /**
     * Sends what there is to send, one after the other as long as each arrives at once. No lock is held while it sends, for
     * arrivals come with the server's own; and whoever comes while somebody is at it leaves it to them to look again.
     */
    private void sendNext() {
        if (looks.getAndIncrement() > 0) {
            return;
        }
        do {
            try {
                OutboundSseEvent event = next();
                if (event != null) {
                    send(event);
                }
            } catch (RuntimeException broken) {
                gone = true; // as the next show and the next beat will say
            }
        } while (looks.decrementAndGet() > 0);
    }

    private @Nullable OutboundSseEvent next() {
        if (gone || onItsWay) {
            return null;
        }
        BoardView view = newest.getAndSet(null);
        if (view != null) {
            return board(view);
        }
        return beatDue.getAndSet(false) ? stillHere() : null;
    }

    private OutboundSseEvent board(BoardView view) {
        return sse.newEventBuilder()
                .name("board")
                .reconnectDelay(RETRY_MILLIS)
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(String.class, text.apply(view))
                .build();
    }

    private OutboundSseEvent stillHere() {
        return sse.newEventBuilder().comment("still here").build();
    }

    private void send(OutboundSseEvent event) {
        waited.set(0);
        onItsWay = true;
        sink.send(event).whenComplete((sent, broken) -> {
            if (broken != null) {
                gone = true;
            }
            onItsWay = false;
            sendNext();
        });
    }

    /** While nobody can be recognised, as when the database is away, who was admitted stays: the next beat asks again. */
    private boolean isShutOut() {
        try {
            return !admitted.getAsBoolean();
        } catch (RuntimeException unreachable) {
            return false;
        }
    }
}
