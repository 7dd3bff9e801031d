package org.walletcounter.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.walletcounter.it.PaymentLoad.Heard;
import org.walletcounter.it.PaymentLoad.Sale;

/**
 * Server and database die under load, with SIGKILL, again and again; a counter of its own, so that no other test is disturbed.
 * Afterwards: every payment that a till was told is paid is there; none is there twice; what a till does not know, it learns by
 * asking again with the same key; and the books have no finding.
 */
@Tag("chaos")
class CrashIT {

    private static final int TILLS = 8;

    @Test
    void nothing_acknowledged_is_lost_and_nothing_is_taken_twice() throws Exception {
        try (RunningCounter counter = RunningCounter.start("crash");
                PaymentLoad load =
                        new PaymentLoad(counter, TILLS, counter.data().resolve("sales-sent.log"))) {
            killUnderLoad(counter);
            load.stop();

            List<Sale> acknowledged = load.heard(Heard.PAID);
            List<Sale> unknown = load.heard(Heard.NOTHING);
            assertThat(load.heard(Heard.REFUSED))
                    .as("sales refused while nothing was wrong with them")
                    .isEmpty();
            assertThat(acknowledged).as("acknowledged payments").hasSizeGreaterThan(100);

            askAgain(load, unknown);
            everyAcknowledgedPaymentIsThereOnce(counter, load);
            counter.as("administrator")
                    .get("api/v1/ledger/check")
                    .then()
                    .statusCode(200)
                    .body("findings", empty());
            report(acknowledged.size(), unknown.size());
        }
    }

    /** The order matters: the database alone, the server alone, the database while the server starts anew. */
    private static void killUnderLoad(RunningCounter counter) throws InterruptedException {
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
        counter.parts().startDatabase();
        counter.parts().startServer();
        work();
    }

    private static void askAgain(PaymentLoad load, List<Sale> unknown) throws IOException, InterruptedException {
        for (Sale sale : unknown) {
            HttpResponse<String> answer = load.send(sale);
            assertThat(answer.statusCode()).as("%s: %s", sale, answer.body()).isEqualTo(201);
        }
    }

    private static void everyAcknowledgedPaymentIsThereOnce(RunningCounter counter, PaymentLoad load)
            throws IOException, InterruptedException {
        Map<String, Integer> times = new HashMap<>();
        String after = null;
        do {
            JsonPath page = counter.as("manager")
                    .queryParam("limit", 200)
                    .queryParam("text", "CRASH-")
                    .queryParams(after == null ? Map.of() : Map.of("after", after))
                    .get("api/v1/payments")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            page.getList("items.findAll { it.state == 'SUCCEEDED' }.saleNumber", String.class)
                    .forEach(number -> times.merge(number, 1, Integer::sum));
            after = page.getString("after");
        } while (after != null);
        for (Sale sale : load.all()) {
            assertThat(times.remove("CRASH-" + sale.key()))
                    .as("payments of sale %s", sale.key())
                    .isEqualTo(1);
        }
        assertThat(times).as("payments nobody sent").isEmpty();
    }

    private static void report(int acknowledged, int unknown) {
        System.Logger log = System.getLogger(CrashIT.class.getName());
        log.log(
                System.Logger.Level.INFO,
                "Three kills of the database and three of the server: {0} payments acknowledged, none lost;"
                        + " {1} without an answer, all settled by asking again; none twice.",
                acknowledged,
                unknown);
    }

    private static void work() throws InterruptedException {
        Thread.sleep(3_000);
    }
}
