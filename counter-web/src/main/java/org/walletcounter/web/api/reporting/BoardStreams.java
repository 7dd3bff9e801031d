package org.walletcounter.web.api.reporting;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.reporting.LiveBoard;
import org.walletcounter.web.api.Json;

/**
 * The open streams of the live board. A comment every fifteen seconds keeps proxies from cutting a quiet stream and finds
 * the ones whose screen has gone or reads no more, or whose caller may not look any more.
 */
@ApplicationScoped
public class BoardStreams {

    private static final long HEARTBEAT_SECONDS = 15;

    private final Set<BoardStream> streams = ConcurrentHashMap.newKeySet();

    @Resource
    ManagedScheduledExecutorService threads;

    @Resource
    ManagedThreadFactory closers;

    /** The heart's own. */
    private final ClosingStreams closing = new ClosingStreams(work -> closers.newThread(work));

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

    /** Opens a stream, which the caller has until the client goes, and no longer than the caller is admitted. */
    void open(Actor actor, SseEventSink sink, Sse sse, BooleanSupplier admitted) {
        BoardStream stream = new BoardStream(sink, sse, admitted, Json.SHARED::toJson);
        stream.watching(board.watch(actor, stream::show));
        streams.add(stream);
    }

    private void beat() {
        closing.interruptTheLate();
        for (BoardStream stream : streams) {
            if (!stream.beat()) {
                streams.remove(stream);
                closing.begin(stream::close);
            }
        }
    }
}
