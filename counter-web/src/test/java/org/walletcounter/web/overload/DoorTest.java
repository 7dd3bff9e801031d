package org.walletcounter.web.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door before a handler that answers when it is told to, on the server that stands behind it in the product. */
class DoorTest {

    /** As configure.cli has it: for files of sales history. */
    private static final long OPERATOR_ALLOWS = 256L << 20;

    private final BlockingQueue<HttpServerExchange> inside = new LinkedBlockingQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private Undertow server;

    @BeforeEach
    void start() {
        Door door =
                new Door(exchange -> exchange.dispatch((Runnable) () -> inside.add(exchange)), new Room(2, () -> 0));
        server = Undertow.builder()
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, OPERATOR_ALLOWS)
                .addHttpListener(0, "localhost", door)
                .build();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void whoComesOnTopIsTurnedAwayAtOnceInTheirLanguage() throws InterruptedException {
        CompletableFuture<HttpResponse<String>> first = post("/api/v1/payments", "en");
        CompletableFuture<HttpResponse<String>> second = post("/api/v1/taps", "en");
        HttpServerExchange one = entered();
        HttpServerExchange other = entered();

        HttpResponse<String> third = post("/api/v1/payments", "en").join();
        assertThat(third.statusCode()).isEqualTo(503);
        assertThat(third.headers().firstValue("Retry-After")).contains("1");
        assertThat(third.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(third.body()).contains("\"code\":\"ledger.BUSY\"", "\"status\":503");
        assertThat(post("/api/v1/taps", "zh-CN").join().body()).containsPattern("[\\u4e00-\\u9fff]");

        answer(one);
        answer(other);
        assertThat(first.join().statusCode()).isEqualTo(200);
        assertThat(second.join().statusCode()).isEqualTo(200);
        CompletableFuture<HttpResponse<String>> fourth = post("/api/v1/payments", "en");
        answer(entered());
        assertThat(fourth.join().statusCode()).as("there is room again").isEqualTo(200);
    }

    @Test
    void everythingElsePasses() throws InterruptedException {
        post("/api/v1/payments", "en");
        post("/api/v1/payments", "en");
        entered();
        entered();
        for (String path : new String[] {"/api/v1/payments/quote", "/api/v1/members", "/till/"}) {
            CompletableFuture<HttpResponse<String>> passing = post(path, "en");
            answer(entered());
            assertThat(passing.join().statusCode()).isEqualTo(200);
        }
        CompletableFuture<HttpResponse<String>> reading =
                client.sendAsync(request("/api/v1/payments").GET().build(), HttpResponse.BodyHandlers.ofString());
        answer(entered());
        assertThat(reading.join().statusCode()).isEqualTo(200);
    }

    @Test
    void whoHangsUpMakesRoom() throws IOException, InterruptedException {
        for (int i = 0; i < 2; i++) {
            try (Socket gone = new Socket("localhost", port())) {
                send(gone, "POST /api/v1/payments HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
                HttpServerExchange left = entered();
                gone.close();
                answer(left);
            }
        }
        CompletableFuture<HttpResponse<String>> next = post("/api/v1/payments", "en");
        answer(entered());
        assertThat(next.join().statusCode()).isEqualTo(200);
    }

    /** The first says nothing more, the others wait to be told to go on and then do not. */
    @ParameterizedTest
    @ValueSource(strings = {"", "Expect: 100-continue\r\n"})
    void whoDoesNotSayWhatTheyWantTakesNoPlace(String header) throws IOException, InterruptedException {
        String head = "POST /api/v1/payments HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n" + header + "\r\n";
        try (Socket silent = new Socket("localhost", port());
                Socket other = new Socket("localhost", port());
                Socket slow = new Socket("localhost", port())) {
            send(silent, head);
            send(other, head);
            send(slow, head);
            if (!header.isEmpty()) {
                assertThat(line(slow)).isEqualTo("HTTP/1.1 100 Continue\r\n");
                assertThat(line(slow)).isEqualTo("\r\n");
            }
            CompletableFuture<HttpResponse<String>> first = post("/api/v1/payments", "en");
            HttpServerExchange one = entered();
            send(slow, "{}");
            HttpServerExchange two = entered();
            answer(one);
            answer(two);
            assertThat(first.join().statusCode()).isEqualTo(200);
        }
    }

    /** Whether its body has come with its head, or comes when the answer has been given. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 2\r\n\r\n{}|",
                "Content-Length: 2\r\n\r\n{|}",
                "Content-Length: 2\r\n\r\n|{}",
                "Transfer-Encoding: chunked\r\n\r\n2\r\n{}|\r\n0\r\n\r\n"
            })
    void whoIsTurnedAwayMayComeAgainOverTheSameConnection(String request) throws IOException, InterruptedException {
        post("/api/v1/payments", "en");
        post("/api/v1/payments", "en");
        entered();
        entered();
        String[] parts = request.split("\\|", -1);
        try (Socket socket = new Socket("localhost", port())) {
            socket.setSoTimeout(10_000);
            for (int i = 0; i < 3; i++) {
                send(socket, "POST /api/v1/payments HTTP/1.1\r\nHost: localhost\r\n" + parts[0]);
                assertThat(answer(socket)).startsWith("HTTP/1.1 503").endsWith("}");
                send(socket, parts[1]);
            }
        }
    }

    /** What it says is enough: nothing of it is read. */
    @ParameterizedTest
    @ValueSource(strings = {"POST /api/v1/session", "POST /api/v1/payments", "GET /api/v1/imports", "POST /console/"})
    void aBodyLargerThanAnyHasToBeIsTurnedAwayUnread(String what) throws IOException {
        try (Socket socket = new Socket("localhost", port())) {
            socket.setSoTimeout(10_000);
            send(socket, what + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 200000000\r\n\r\n");
            assertThat(answer(socket))
                    .startsWith("HTTP/1.1 413")
                    .contains("Connection: close", "\"code\":\"kernel.BODY_TOO_LARGE\"", "\"status\":413");
            assertThat(socket.getInputStream().read()).as("the end").isEqualTo(-1);
        }
        assertThat(inside).isEmpty();
    }

    @Test
    void aFileOfSalesHistoryMayBeLarger() throws IOException, InterruptedException {
        String head =
                "POST /api/v1/imports?fileName=a.csv HTTP/1.1\r\nHost: localhost\r\nContent-Length: 200000000\r\n\r\n";
        try (Socket socket = new Socket("localhost", port())) {
            send(socket, head + "x".repeat(200_000));
            assertThat(entered().getRequestContentLength()).isEqualTo(200_000_000);
        }
    }

    @Test
    void aBodyThatDoesNotSayHowLongItIsIsBrokenOff() throws InterruptedException {
        byte[] large = new byte[(int) Door.MOST + 1];
        CompletableFuture<HttpResponse<String>> sent = client.sendAsync(
                request("/api/v1/session")
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        HttpServerExchange coming = entered();
        coming.startBlocking();
        assertThatThrownBy(() -> coming.getInputStream().readAllBytes()).isInstanceOf(RequestTooBigException.class);
        assertThat(sent).failsWithin(Duration.ofSeconds(30));
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** One answer, as long as it says. */
    private static String answer(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = socket.getInputStream().read();
            assertThat(next).as("the connection is closed after " + head).isNotNegative();
            head.append((char) next);
        }
        Matcher length = Pattern.compile("Content-Length: (\\d+)").matcher(head);
        assertThat(length.find()).as("%s", head).isTrue();
        byte[] body = socket.getInputStream().readNBytes(Integer.parseInt(length.group(1)));
        return head + new String(body, StandardCharsets.UTF_8);
    }

    private static String line(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        while (!line.toString().endsWith("\n")) {
            line.append((char) socket.getInputStream().read());
        }
        return line.toString();
    }

    private HttpServerExchange entered() throws InterruptedException {
        HttpServerExchange exchange = inside.poll(30, TimeUnit.SECONDS);
        assertThat(exchange).as("somebody comes in").isNotNull();
        return exchange;
    }

    private static void answer(HttpServerExchange exchange) {
        exchange.dispatch((Runnable) exchange::endExchange);
    }

    private CompletableFuture<HttpResponse<String>> post(String path, String language) {
        return client.sendAsync(
                request(path)
                        .header("Accept-Language", language)
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
    }

    private int port() {
        return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }
}
