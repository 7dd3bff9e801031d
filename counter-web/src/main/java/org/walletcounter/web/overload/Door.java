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
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.web.RefusalTexts;
import org.walletcounter.web.api.Problem;

/**
 * Lets as many payments and batches of taps be inside at once as its {@link Room} has places, from when they have come
 * {@linkplain Whole whole} to the last byte of their answer. What comes on top is answered by the thread that has read it from the network: 503, and come again in a
 * second. It never waits for a thread, so those inside stay as fast as ever, and nothing was done for those outside.
 *
 * <p>Nobody is known here yet, and bodies of pages and of whoever is known to the API are read into memory. So none comes in
 * that is larger than any has to be, but for files of sales history, which are read piece by piece. Strangers to the API get no
 * further with theirs than {@link org.walletcounter.web.api.SignedInFirst}.
 */
final class Door implements HttpHandler {

    private static final String API = "/api/v1/";
    private static final Set<String> WATCHED = Set.of(API + "payments", API + "taps");
    private static final String FILES = API + "imports";

    /** The largest body there is reason for is a file of ten thousand prices in a form: at their longest about 6 MB. */
    static final long MOST = 8L << 20;

    private static final String ENGLISH = "en";
    private static final String CHINESE = "zh";

    private static final Map<String, ByteBuffer> FULL = inEachLanguage(LedgerError.BUSY);
    private static final Map<String, ByteBuffer> LARGE = inEachLanguage(KernelError.BODY_TOO_LARGE);

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
        if (isTooLarge(exchange)) {
            refuse(exchange);
        } else if (!exchange.getRequestMethod().equals(Methods.POST) || !WATCHED.contains(exchange.getRequestPath())) {
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

    /** What does not say how long it is, is broken off by the server once it is longer. An operator may have allowed less. */
    private static boolean isTooLarge(HttpServerExchange exchange) {
        boolean file = FILES.equals(exchange.getRequestPath())
                && exchange.getRequestMethod().equals(Methods.POST);
        long allowed = exchange.getMaxEntitySize();
        if (!file && (allowed <= 0 || allowed > MOST)) {
            exchange.setMaxEntitySize(MOST);
            allowed = MOST;
        }
        return allowed > 0 && exchange.getRequestContentLength() > allowed;
    }

    /** Nobody reads the body, so nothing else can come over this connection. */
    private static void refuse(HttpServerExchange exchange) {
        exchange.setPersistent(false);
        answer(exchange, Problem.status(KernelError.BODY_TOO_LARGE), LARGE);
    }

    private static void turnAway(HttpServerExchange exchange) throws IOException {
        readOff(exchange);
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, 1);
        answer(exchange, Problem.status(LedgerError.BUSY), FULL);
    }

    private static void answer(HttpServerExchange exchange, int status, Map<String, ByteBuffer> texts) {
        String wanted = exchange.getRequestHeaders().getFirst(Headers.ACCEPT_LANGUAGE);
        String language = wanted != null && wanted.startsWith(CHINESE) ? CHINESE : ENGLISH;
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, Problem.TYPE);
        exchange.getResponseSender()
                .send(Objects.requireNonNull(texts.get(language)).duplicate());
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

    /** Written once. */
    private static Map<String, ByteBuffer> inEachLanguage(ErrorCode error) {
        return Stream.of(ENGLISH, CHINESE)
                .collect(Collectors.toMap(language -> language, language -> text(error, language)));
    }

    private static ByteBuffer text(ErrorCode error, String language) {
        String text = RefusalTexts.of(error, List.of(), Locale.forLanguageTag(language));
        byte[] bytes = Problem.body(error, text).build().toString().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip().asReadOnlyBuffer();
    }
}
