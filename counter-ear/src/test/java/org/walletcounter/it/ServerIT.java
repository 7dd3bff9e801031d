package org.walletcounter.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator asks the server. */
@WithCounter
class ServerIT {

    /** The usual value of counter.http.payments-at-once. */
    private static final int AT_ONCE = 256;

    /** So many of them may stay. */
    private static final int LASTING = 160;

    private static final int LOOKS = 600;

    /** Less than the server waits for a body. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void is_ready_when_the_database_answers(RunningCounter counter) {
        given().baseUri(counter.managementAddress())
                .get("health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItem("database"));
    }

    @Test
    void is_live(RunningCounter counter) {
        given().baseUri(counter.managementAddress())
                .get("health/live")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("clock"));
    }

    @Test
    void tells_how_many_connections_are_in_use(RunningCounter counter) {
        given().baseUri(counter.managementAddress())
                .get("metrics")
                .then()
                .statusCode(200)
                .body(containsString("CounterDS"));
    }

    /** Log shippers read line by line. */
    @Test
    void writes_its_log_as_one_object_a_line(RunningCounter counter) throws IOException {
        List<String> lines = Files.readAllLines(counter.data().resolve("server/log/server.log.json"));
        assertThat(lines).hasSizeGreaterThan(50);
        for (String line : lines) {
            assertThat(JsonPath.from(line).getString("service")).isEqualTo("wallet-counter");
            assertThat(line).doesNotContain("}{").doesNotContain("} {\"timestamp");
        }
    }

    /** Payments that the books are too slow for fill the counter: the one too many hears so at once, and pages are answered. */
    @Test
    void turns_away_at_the_door_what_comes_on_top(RunningCounter counter)
            throws IOException, InterruptedException, SQLException {
        Sales sales = new Sales(counter);
        sales.paid(sales.cash(Shopper.newSale(), 1)); // its key and its places are known from now on
        List<Socket> begun = new ArrayList<>();
        try (Connection books = counter.parts().connectAsOwner();
                Statement lock = books.createStatement()) {
            books.setAutoCommit(false);
            lock.execute("LOCK TABLE transactions.payment IN ACCESS EXCLUSIVE MODE");
            for (int i = 0; i <= AT_ONCE; i++) {
                String body = sales.cash(Shopper.newSale(), 1);
                begun.add(begun(counter, "/api/v1/payments", "", body.length(), body));
            }
            // Several threads read the network: any of them may be the last to come in. Whoever came after half a
            // second is
            // one of a crowd that stays.
            List<Socket> answered = answered(begun);
            assertThat(answered).hasSizeBetween(1, AT_ONCE + 1 - LASTING);
            BufferedReader answer = new BufferedReader(
                    new InputStreamReader(answered.get(0).getInputStream(), StandardCharsets.US_ASCII));
            assertThat(answer.readLine()).contains("503");
            assertThat(answer.lines().takeWhile(line -> !line.isEmpty())).contains("Retry-After: 1");
            counter.anybody().get("till/").then().statusCode(200);
            books.rollback();
        } finally {
            close(begun);
        }
        Shopper shopper = Shopper.with(counter, 500);
        assertThat(shopper.balance()).isEqualTo(500);
    }

    /** Neither a payment nor a form takes a place or a thread before it has come, told to go on or not. */
    @ParameterizedTest
    @CsvSource({
        "/api/v1/payments, ''",
        "/api/v1/payments, Expect: 100-continue",
        "/console/sign-in.xhtml, ''",
        "/api/v1/session, Expect: 100-continue"
    })
    void who_says_nothing_keeps_nobody_out(String path, String header, RunningCounter counter)
            throws IOException, InterruptedException {
        Sales sales = new Sales(counter);
        List<Socket> begun = new ArrayList<>();
        try {
            for (int i = 0; i <= AT_ONCE; i++) {
                begun.add(begun(counter, path, header.isEmpty() ? "" : header + "\r\n", 1000, ""));
            }
            HttpRequest payment = HttpRequest.newBuilder(URI.create(counter.address() + "api/v1/payments"))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + counter.access().key("cashier"))
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(sales.cash(Shopper.newSale(), 1)))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(payment, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(201);
        } finally {
            close(begun);
        }
    }

    /** Those that have been answered, as soon as there is one. */
    private static List<Socket> answered(List<Socket> begun) throws IOException, InterruptedException {
        List<Socket> answered = new ArrayList<>();
        for (int look = 0; look < LOOKS && answered.isEmpty(); look++) {
            Thread.sleep(100);
            for (Socket socket : begun) {
                if (socket.getInputStream().available() > 0) {
                    answered.add(socket);
                }
            }
        }
        return answered;
    }

    private static void close(List<Socket> begun) throws IOException {
        for (Socket socket : begun) {
            socket.close();
        }
    }

    /** A request that has begun, and sends so much of its body. */
    private static Socket begun(RunningCounter counter, String path, String header, int length, String body)
            throws IOException {
        URI address = URI.create(counter.address());
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\nHost: " + address.getHost() + "\r\nAuthorization: Bearer "
                                + counter.access().key("cashier") + "\r\nIdempotency-Key: " + UUID.randomUUID()
                                + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n" + header
                                + "\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
