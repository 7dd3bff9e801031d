package org.walletcounter.web.api.reporting;

import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.jspecify.annotations.Nullable;
import org.walletcounter.reporting.BoardView;
import org.walletcounter.web.WebLog;
import org.walletcounter.web.api.Json;

/** One screen's stream of the live board. A screen that still has the last event in its pipe is left out of the next. */
class BoardStream {

    private static final long RETRY_MILLIS = 3000;

    private final SseEventSink sink;
    private final Sse sse;
    private final @Nullable HttpSession session;
    private @Nullable AutoCloseable watch;
    private volatile boolean gone;

    BoardStream(SseEventSink sink, Sse sse, @Nullable HttpSession session) {
        this.sink = sink;
        this.sse = sse;
        this.session = session;
    }

    synchronized void watching(AutoCloseable started) {
        watch = started;
    }

    /** Sends the figures; a stream that is gone says so by throwing, and is watched for no more. */
    void show(BoardView view) {
        if (gone || sink.isClosed()) {
            throw new IllegalStateException("The screen has gone.");
        }
        send(sse.newEventBuilder()
                .name("board")
                .reconnectDelay(RETRY_MILLIS)
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(String.class, Json.SHARED.toJson(view))
                .build());
    }

    /** Keeps the stream warm; tells whether it lives. */
    boolean beat() {
        if (gone || sink.isClosed() || sessionEnded()) {
            close();
            return false;
        }
        send(sse.newEventBuilder().comment("still here").build());
        return true;
    }

    synchronized void close() {
        gone = true;
        try (SseEventSink closing = sink;
                AutoCloseable ending = watch) {
            watch = null;
        } catch (Exception broken) {
            WebLog.LOG.streamNotClosed(broken);
        }
    }

    private void send(OutboundSseEvent event) {
        sink.send(event).exceptionally(broken -> {
            gone = true;
            return null;
        });
    }

    private boolean sessionEnded() {
        if (session == null) {
            return false;
        }
        try {
            session.getCreationTime();
            return false;
        } catch (IllegalStateException ended) {
            return true;
        }
    }
}
