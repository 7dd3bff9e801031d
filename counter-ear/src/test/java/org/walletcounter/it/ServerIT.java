package org.walletcounter.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an operator asks the server. */
@WithCounter
class ServerIT {

    /** The usual value of counter.http.payments-at-once. */
    private static final int AT_ONCE = 320;

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

    /** Payments whose bodies never come fill the counter; the next ones hear at once that it is full. */
    @Test
    void turns_away_at_the_door_what_comes_on_top(RunningCounter counter) throws IOException {
        URI address = URI.create(counter.address());
        List<Socket> inside = new ArrayList<>();
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                inside.add(begun(address));
            }
            try (Socket onTop = begun(address)) {
                onTop.setSoTimeout((int) Duration.ofMinutes(1).toMillis());
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(onTop.getInputStream(), StandardCharsets.US_ASCII));
                assertThat(answer.readLine()).contains("503");
                assertThat(answer.lines().takeWhile(line -> !line.isEmpty())).contains("Retry-After: 1");
            }
            counter.anybody().get("till/").then().statusCode(200);
        } finally {
            for (Socket socket : inside) {
                socket.close();
            }
        }
        Shopper shopper = Shopper.with(counter, 500);
        assertThat(shopper.balance()).isEqualTo(500);
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
