package org.walletcounter.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Imports on a counter of their own, because one of them is killed. */
class ImportIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static RunningCounter counter;

    @BeforeAll
    static void start() {
        counter = RunningCounter.start("import");
        counter.access();
    }

    @AfterAll
    static void stop() {
        counter.close();
    }

    @Test
    void an_import_that_is_paused_and_killed_in_the_middle_goes_on_and_a_repeat_books_nothing_twice()
            throws IOException {
        byte[] file = HistoryFile.copies(5, "K");
        String id = send(file, "history.csv").jsonPath().getString("id");
        await(id, view -> number(view, "linesRead") > 0);
        act(id, "pause");
        Response paused = await(id, view -> !state(view).equals("RUNNING"));
        assertThat(state(paused)).isEqualTo("PAUSED");
        assertThat(number(paused, "linesRead")).isBetween(1L, 50_719L);

        act(id, "resume");
        await(id, view -> number(view, "linesRead") > number(paused, "linesRead"));
        counter.parts().killServer();
        counter.parts().startServer();
        Response killed = status(id);
        assertThat(state(killed)).isEqualTo("FAILED");
        assertThat(number(killed, "linesRead")).isLessThan(50_720);

        act(id, "resume");
        assertThat(state(await(id, view -> !state(view).equals("RUNNING")))).isEqualTo("COMPLETED");
        assertExplained(id, Map.of("lines", "50720", "invoices", "2565", "cancellations", "215", "value", "909236.25"));

        String again = send(file, "again.csv").jsonPath().getString("id");
        assertThat(state(await(again, view -> !state(view).equals("RUNNING")))).isEqualTo("COMPLETED");
        assertThat(figures(again)).isEqualTo(figures(id));
    }

    @Test
    void a_file_that_is_not_in_the_format_is_refused_with_its_line() {
        Response refused =
                send("InvoiceNo,StockCode\n1,2\n".getBytes(java.nio.charset.StandardCharsets.UTF_8), "bad.csv");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("imports.FILE_INVALID");
        assertThat(refused.jsonPath().getString("detail"))
                .contains("line 1")
                .contains("InvoiceNo,StockCode,Description");
    }

    @Test
    void a_cashier_may_not_import() {
        counter.as("cashier").get("api/v1/imports").then().statusCode(403);
    }

    @Test
    void the_demo_merchants_own_sales_are_reconciled() {
        List<Map<String, Object>> all =
                counter.as("manager").get("api/v1/imports").jsonPath().getList("items");
        String id = all.stream()
                .filter(each -> String.valueOf(each.get("file")).startsWith("online-retail"))
                .map(each -> String.valueOf(each.get("id")))
                .findFirst()
                .orElseThrow();
        assertExplained(id, Map.of("lines", "10144", "invoices", "513", "cancellations", "43", "value", "181847.25"));
    }

    @Test
    void a_customer_of_earlier_sales_is_topped_up() {
        String customer = counter.as("manager")
                .queryParam("text", "17850")
                .get("api/v1/members")
                .jsonPath()
                .getString("items[0].id");
        assertThat(wallets(customer)).isEmpty();
        counter.commandAs("cashier")
                .body("{\"storeId\":\"%s\",\"tillId\":\"%s\",\"amount\":{\"amount\":2000,\"currency\":\"%s\"}}"
                        .formatted(
                                counter.access().store(),
                                counter.access().till(),
                                counter.access().currency()))
                .post("api/v1/members/" + customer + "/top-ups")
                .then()
                .statusCode(201);
        assertThat(wallets(customer)).containsExactly(2000);
    }

    /** What is in the wallets of a member. */
    private static List<Integer> wallets(String member) {
        return counter.as("manager").get("api/v1/members/" + member).jsonPath().getList("wallets.balance.amount");
    }

    private static void assertExplained(String id, Map<String, String> inFile) {
        Response reconciliation = counter.as("manager").get("api/v1/imports/" + id + "/reconciliation");
        assertThat(reconciliation.jsonPath().getBoolean("explained")).isTrue();
        for (Map<String, String> figure : figures(id)) {
            String expected = inFile.get(figure.get("name"));
            if (expected != null) {
                assertThat(figure.get("inFile")).as(figure.get("name")).isEqualTo(expected);
            }
        }
    }

    private static List<Map<String, String>> figures(String id) {
        return counter.as("manager")
                .get("api/v1/imports/" + id + "/reconciliation")
                .jsonPath()
                .getList("figures");
    }

    private static Response send(byte[] file, String name) {
        return counter.as("manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/octet-stream")
                .queryParam("storeId", counter.access().store())
                .queryParam("fileName", name)
                .body(file)
                .post("api/v1/imports");
    }

    private static void act(String id, String what) {
        counter.as("manager").post("api/v1/imports/" + id + "/" + what).then().statusCode(200);
    }

    private static Response status(String id) {
        return counter.as("manager").get("api/v1/imports/" + id);
    }

    private static Response await(String id, Predicate<Response> condition) {
        Instant deadline = Instant.now().plus(PATIENCE);
        Response view = status(id);
        while (!condition.test(view)) {
            assertThat(Instant.now()).as("still waiting at %s", view.asString()).isBefore(deadline);
            view = status(id);
        }
        return view;
    }

    private static String state(Response view) {
        return view.jsonPath().getString("state");
    }

    private static long number(Response view, String name) {
        return view.jsonPath().getLong(name);
    }
}
