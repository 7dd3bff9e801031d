package org.walletcounter.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.walletcounter.it.Reckoning.Booked;
import org.walletcounter.it.Reckoning.Heard;

/**
 * Server and database die under load, with SIGKILL, again and again; a counter of its own, so that no other test is disturbed.
 * Customers pay from their wallets by code and in cash. Afterwards the tills' log and the books agree ({@link Reckoning}):
 * every payment that a till was told is paid is there, once; every wallet holds what it must; what a till does not know, it
 * learns by asking again with the same key; and the books have no finding.
 */
@Tag("chaos")
class CrashIT {

    private static final int TILLS = 8;

    @Test
    void nothing_acknowledged_is_lost_and_nothing_is_taken_twice() throws Exception {
        try (RunningCounter counter = RunningCounter.start("crash")) {
            Customers customers = Customers.before(counter, TILLS);
            try (PaymentLoad load =
                    new PaymentLoad(counter, customers, counter.data().resolve("sales-sent.log"))) {
                killUnderLoad(counter);
                load.stop();
                load.settle();
                enoughHappened(load);
                assertThat(Reckoning.findings(load.log(), book(counter), customers.filled(), customers.balances()))
                        .isEmpty();
                counter.as("administrator")
                        .get("api/v1/ledger/check")
                        .then()
                        .statusCode(200)
                        .body("findings", empty());
                report(load);
            }
        }
    }

    /** The order matters: the database alone, the server alone, both, of which the server is back first. */
    private static void killUnderLoad(RunningCounter counter) throws Exception {
        for (int round = 0; round < 2; round++) {
            work();
            counter.parts().killDatabase();
            counter.parts().startDatabase();
            work();
            counter.parts().killServer();
            counter.parts().startServer();
        }
        work();
        counter.parts().killDatabase();
        counter.parts().killServer();
        startServerBeforeDatabase(counter);
        work();
    }

    /** As after a power cut: the database comes once the server has looked for it in vain. */
    private static void startServerBeforeDatabase(RunningCounter counter) throws Exception {
        Path log = counter.data().resolve("log").resolve("server.log");
        int before = Math.toIntExact(Files.size(log));
        CompletableFuture<Void> server = CompletableFuture.runAsync(counter.parts()::startServer);
        // A byte is a character: the log may end in the middle of one.
        while (!server.isDone()
                && Files.readString(log, StandardCharsets.ISO_8859_1).indexOf("Retrying in", before) < 0) {
            Thread.sleep(200);
        }
        assertThat(server).as("the server's start, without a database").isNotDone();
        counter.parts().startDatabase();
        server.get(5, TimeUnit.MINUTES);
    }

    private static void enoughHappened(PaymentLoad load) {
        List<Sale> paid = load.heard(Heard.PAID);
        assertThat(paid)
                .as("payments in cash")
                .filteredOn(sale -> sale.payer() == null)
                .hasSizeGreaterThan(50);
        assertThat(paid)
                .as("payments by code")
                .filteredOn(sale -> sale.payer() != null)
                .hasSizeGreaterThan(50);
        assertThat(load.unanswered()).as("sales without an answer at first").isNotEmpty();
        assertThat(load.unanswered())
                .as("refused sales: only a code can run out, and only while nobody answers")
                .containsAll(load.heard(Heard.REFUSED));
        assertThat(load.heard(Heard.REFUSED)).allMatch(sale -> sale.payer() != null);
    }

    /** Every payment of the load that succeeded. */
    private static List<Booked> book(RunningCounter counter) {
        List<Booked> book = new ArrayList<>();
        String after = null;
        do {
            JsonPath page = counter.as("manager")
                    .queryParam("limit", 200)
                    .queryParam("text", "CRASH-")
                    .queryParam("state", "SUCCEEDED")
                    .queryParams(after == null ? Map.of() : Map.of("after", after))
                    .get("api/v1/payments")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            book.addAll(booked(page));
            after = page.getString("after");
        } while (after != null);
        return book;
    }

    private static List<Booked> booked(JsonPath page) {
        List<String> numbers = page.getList("items.saleNumber", String.class);
        List<Long> amounts = page.getList("items.amount.amount", Long.class);
        List<String> payers = page.getList("items.memberId", String.class);
        return IntStream.range(0, numbers.size())
                .mapToObj(i -> new Booked(numbers.get(i), amounts.get(i), payers.get(i)))
                .toList();
    }

    private static void report(PaymentLoad load) {
        List<Sale> paid = load.heard(Heard.PAID);
        System.getLogger(CrashIT.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "Three kills of the database and three of the server: {0} payments acknowledged, {1} of them from"
                                + " wallets, none lost, none twice. {2} had no answer at first: {3} turned out to be paid"
                                + " already, {4} were refused because the code had run out meanwhile.",
                        paid.size(),
                        paid.stream().filter(sale -> sale.payer() != null).count(),
                        load.unanswered().size(),
                        load.takenUnheard(),
                        load.heard(Heard.REFUSED).size());
    }

    private static void work() throws InterruptedException {
        Thread.sleep(3_000);
    }
}
