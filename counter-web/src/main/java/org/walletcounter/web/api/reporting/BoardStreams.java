package org.walletcounter.web.api.reporting;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.reporting.LiveBoard;
import org.walletcounter.web.api.Json;

/**
 * The open streams of the live board. A comment every fifteen seconds keeps proxies from cutting a quiet stream and finds
 * the ones whose screen has gone or reads no more, or whose session has ended.
 */
@ApplicationScoped
public class BoardStreams {

    private static final long HEARTBEAT_SECONDS = 15;

    private final Set<BoardStream> streams = ConcurrentHashMap.newKeySet();

    /** What the last beat closed; the heart's own. */
    private final List<Future<?>> closing = new ArrayList<>();

    @Resource
    ManagedScheduledExecutorService threads;

    @Inject
    LiveBoard board;

    private @Nullable ScheduledFuture<?> heart;

    @PostConstruct
    void start() {
        heart = threads.scheduleWithFixedDelay(this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (heart != null) {
            heart.cancel(false);
        }
        streams.forEach(BoardStream::close);
    }

    /** Opens a stream. A caller with a session has it for as long as that lives; an API key, until the client goes. */
    void open(Actor actor, SseEventSink sink, Sse sse, @Nullable HttpSession session) {
        BoardStream stream = new BoardStream(sink, sse, session, Json.SHARED::toJson);
        stream.watching(board.watch(actor, stream::show));
        streams.add(stream);
    }

    /**
     * Closes the dead on threads of their own, for closing waits for a screen that does not read; what has not ended by the
     * next beat is interrupted, and ends.
     */
    private void beat() {
        closing.forEach(each -> each.cancel(true));
        closing.clear();
        for (BoardStream stream : streams) {
            if (!stream.beat()) {
                streams.remove(stream);
                closing.add(threads.submit(stream::close));
            }
        }
    }
}
