package org.walletcounter.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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
        assertThat(kept(id)).hasBinaryContent(file);

        act(id, "resume");
        await(id, view -> number(view, "linesRead") > number(paused, "linesRead"));
        counter.parts().killServer();
        Path left = left();
        counter.parts().startServer();
        assertThat(left).doesNotExist();
        Response killed = status(id);
        assertThat(state(killed)).isEqualTo("FAILED");
        assertThat(number(killed, "linesRead")).isLessThan(50_720);

        act(id, "resume");
        assertThat(state(await(id, view -> !state(view).equals("RUNNING")))).isEqualTo("COMPLETED");
        await(id, view -> Files.notExists(kept(id)));
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

    /** Its goods cannot be reckoned with, so all the money goes back at once. */
    @Test
    void a_sale_of_more_lines_than_are_priced_comes_back_as_a_whole() {
        String line = "777001,85123A,WHITE HANGING HEART,1,2010-12-01 08:26:00,1.00,,United Kingdom\n";
        String file = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
                + line.repeat(501);
        String id = send(file.getBytes(StandardCharsets.UTF_8), "long-sale.csv")
                .jsonPath()
                .getString("id");
        assertThat(state(await(id, view -> !state(view).equals("RUNNING")))).isEqualTo("COMPLETED");
        String payment = counter.as("manager")
                .queryParam("saleNumber", "777001")
                .get("api/v1/payments")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        counter.commandAs("cashier")
                .body("{\"lines\":[{\"line\":1,\"quantity\":1}],\"reason\":\"returned\"}")
                .post("api/v1/payments/" + payment + "/refunds")
                .then()
                .statusCode(422)
                .body("code", equalTo("transactions.LINES_UNKNOWN"));
        new Sales(counter).refund(payment, null).then().statusCode(201).body("amount.amount", equalTo(50_100));
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

    /** What a server leaves that is killed before it has noted an import. */
    private static Path left() throws IOException {
        Path file = Files.createFile(kept(UUID.randomUUID().toString()));
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    }

    /** Where a file lies that somebody may go on with. */
    private static Path kept(String id) {
        return counter.data().resolve("imports").resolve(id + ".csv");
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
