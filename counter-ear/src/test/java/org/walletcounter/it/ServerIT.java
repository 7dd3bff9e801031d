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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an operator asks the server. */
@WithCounter
class ServerIT {

    /** The usual value of counter.http.payments-at-once. */
    private static final int AT_ONCE = 256;

    /** So many of them may stay. */
    private static final int LASTING = 160;

    private static final int LOOKS = 600;

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
        given().baseUri(counter.managementAddress()).get("health/live").then().statusCode(200);
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

    /** Payments whose bodies never come fill the counter: the one too many hears so at once, and pages are still answered. */
    @Test
    void turns_away_at_the_door_what_comes_on_top(RunningCounter counter) throws IOException, InterruptedException {
        URI address = URI.create(counter.address());
        List<Socket> begun = new ArrayList<>();
        try {
            for (int i = 0; i <= AT_ONCE; i++) {
                begun.add(begun(address));
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
        } finally {
            for (Socket socket : begun) {
                socket.close();
            }
        }
        Shopper shopper = Shopper.with(counter, 500);
        assertThat(shopper.balance()).isEqualTo(500);
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

    private static Socket begun(URI address) throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.getOutputStream()
                .write(("POST /api/v1/payments HTTP/1.1\r\nHost: " + address.getHost()
                                + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
