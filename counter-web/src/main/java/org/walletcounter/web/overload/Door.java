package org.walletcounter.web.overload;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.web.RefusalTexts;
import org.walletcounter.web.api.Problem;

/**
 * Lets as many payments and batches of taps be inside at once as its {@link Room} has places, from when they have come
 * {@linkplain Whole whole} to the last byte of their answer. What comes on top is answered by the thread that has read it from the network: 503, and come again in a
 * second. It never waits for a thread, so those inside stay as fast as ever, and nothing was done for those outside.
 */
final class Door implements HttpHandler {

    private static final String API = "/api/v1/";
    private static final Set<String> WATCHED = Set.of(API + "payments", API + "taps");
    private static final String ENGLISH = "en";
    private static final String CHINESE = "zh";

    /** The answer in each language, written once. */
    private static final Map<String, ByteBuffer> FULL =
            Stream.of(ENGLISH, CHINESE).collect(Collectors.toMap(language -> language, Door::full));

    private final HttpHandler passing;
    private final HttpHandler paying;
    private final HttpHandler next;
    private final Room room;
    private final ExchangeCompletionListener leaving;

    Door(HttpHandler next, Room room) {
        this.passing = new Whole(next);
        this.paying = new Whole(this::enter);
        this.next = next;
        this.room = room;
        this.leaving = (exchange, then) -> {
            room.leave();
            then.proceed();
        };
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (!exchange.getRequestMethod().equals(Methods.POST) || !WATCHED.contains(exchange.getRequestPath())) {
            passing.handleRequest(exchange);
        } else if (room.isFull()) {
            turnAway(exchange);
        } else {
            paying.handleRequest(exchange);
        }
    }

    /** Whoever has said what they want may come in. Who has not keeps nobody from it. */
    private void enter(HttpServerExchange exchange) throws Exception {
        if (room.enter()) {
            exchange.addExchangeCompleteListener(leaving);
            next.handleRequest(exchange);
        } else {
            turnAway(exchange);
        }
    }

    private static void turnAway(HttpServerExchange exchange) throws IOException {
        readOff(exchange);
        String wanted = exchange.getRequestHeaders().getFirst(Headers.ACCEPT_LANGUAGE);
        String language = wanted != null && wanted.startsWith(CHINESE) ? CHINESE : ENGLISH;
        exchange.setStatusCode(Problem.status(LedgerError.BUSY.kind()));
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, 1).put(Headers.CONTENT_TYPE, Problem.TYPE);
        exchange.getResponseSender()
                .send(Objects.requireNonNull(FULL.get(language)).duplicate());
    }

    /**
     * Takes what has come of the body, so that the connection can be used again. Else the server would, by way of a file: two
     * calls of the system more, for each of the thousands who are turned away. What has not come yet, or is long, it takes all
     * the same.
     */
    private static void readOff(HttpServerExchange exchange) throws IOException {
        ReadableByteChannel body = exchange.getRequestChannel();
        if (body != null) {
            try (PooledByteBuffer pooled =
                    exchange.getConnection().getByteBufferPool().allocate()) {
                ByteBuffer buffer = pooled.getBuffer();
                while (buffer.hasRemaining() && body.read(buffer) > 0) {
                    // the rest is the server's to take
                }
            }
        }
    }

    private static ByteBuffer full(String language) {
        String text = RefusalTexts.of(LedgerError.BUSY, List.of(), Locale.forLanguageTag(language));
        byte[] bytes = Problem.body(LedgerError.BUSY, text).build().toString().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip().asReadOnlyBuffer();
    }
}
