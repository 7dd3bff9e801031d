package org.walletcounter.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.run.CannotRun;

class BooksCheckTest {

    private static final String NOTHING = "{\"findings\":[]}";

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> callers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pauses = new AtomicInteger();
    private HttpServer counter;

    private record Answer(int status, String body) {}

    @BeforeEach
    void open() throws IOException {
        counter = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        counter.createContext("/", this::answer);
        counter.start();
    }

    @AfterEach
    void close() {
        counter.stop(0);
    }

    @Test
    void books_without_a_fault_have_no_findings() {
        answers.add(new Answer(200, NOTHING));
        assertThat(findings()).isEmpty();
        assertThat(callers).containsExactly("Bearer wck_one");
    }

    @Test
    void what_is_found_is_told_as_it_is() {
        String found = "{\"findings\":[{\"invariant\":\"I2\",\"subject\":\"account 7\",\"detail\":\"off by one\"}]}";
        answers.add(new Answer(200, found));
        assertThat(findings()).isEqualTo(found);
    }

    @Test
    void a_check_of_somebody_elses_is_no_finding_and_is_waited_for() {
        answers.add(new Answer(409, "{\"code\":\"ledger.CHECK_RUNNING\"}"));
        answers.add(new Answer(409, "{\"code\":\"ledger.CHECK_RUNNING\"}"));
        answers.add(new Answer(200, NOTHING));
        assertThat(findings()).isEmpty();
        assertThat(pauses).hasValue(2);
    }

    @Test
    void an_answer_that_is_no_check_stops_the_run() {
        answers.add(new Answer(403, "{\"code\":\"kernel.ROLE_MAY_NOT\"}"));
        assertThatThrownBy(this::findings)
                .isInstanceOf(CannotRun.class)
                .hasMessageContainingAll("403", "kernel.ROLE_MAY_NOT");
    }

    private String findings() {
        URI door = URI.create("http://127.0.0.1:" + counter.getAddress().getPort() + "/api/v1/ledger/check");
        return new BooksCheck(door, "wck_one", pauses::incrementAndGet).findings();
    }

    private void answer(HttpExchange exchange) throws IOException {
        callers.add(exchange.getRequestHeaders().getFirst("Authorization"));
        Answer answer = answers.remove();
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
