package org.walletcounter.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reports and the live board through the API, each role with what it may have. */
@WithCounter
class ReportsIT {

    @Test
    void an_analyst_downloads_the_day_as_pdf_in_both_languages(RunningCounter counter) {
        for (String language : new String[] {"en", "zh"}) {
            byte[] file = counter.as("analyst")
                    .get("/api/v1/reports/daily-sales?format=PDF&language=" + language)
                    .then()
                    .statusCode(200)
                    .contentType("application/pdf")
                    .header("Content-Disposition", containsString("filename=\"daily-sales-"))
                    .extract()
                    .asByteArray();

            assertThat(file).startsWith("%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
    }

    @Test
    void a_manager_downloads_a_span_as_a_sheet(RunningCounter counter) {
        byte[] file = counter.as("manager")
                .get("/api/v1/reports/daily-sales?format=XLSX&from=2010-12-01&to=2010-12-31")
                .then()
                .statusCode(200)
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .header("Content-Disposition", containsString("daily-sales-2010-12-01_2010-12-31.xlsx"))
                .extract()
                .asByteArray();

        assertThat(file).startsWith('P', 'K');
    }

    @Test
    void a_month_is_whole_whatever_day_is_asked_for(RunningCounter counter) {
        counter.as("analyst")
                .get("/api/v1/reports/monthly-sales?format=PDF&from=2010-12-15")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("monthly-sales-2010-12-01_2010-12-31.pdf"));
        counter.as("manager")
                .get("/api/v1/reports/transactions?format=XLSX")
                .then()
                .statusCode(200);
    }

    @Test
    void what_is_owed_in_points_is_of_today_whatever_days_are_asked_for(RunningCounter counter) {
        UUID nowhere = UUID.randomUUID();
        String before = owedToday();
        String file = counter.as("analyst")
                .get("/api/v1/reports/points-liability?from=2010-12-31&to=2010-12-31&storeId=" + nowhere)
                .then()
                .statusCode(200)
                .extract()
                .header("Content-Disposition");

        assertThat(file).isIn(before, owedToday()); // midnight may have come between
    }

    private static String owedToday() {
        return "attachment; filename=\"points-liability-" + LocalDate.now(ZoneId.of("Europe/London")) + ".pdf\"";
    }

    @Test
    void an_administrator_has_the_roll_ups_checked_and_made_again(RunningCounter counter)
            throws InterruptedException, SQLException {
        counter.as("manager").get("/api/v1/roll-ups").then().statusCode(403);
        try (Connection books = counter.parts().connectAsOwner();
                Statement rollingUp = books.createStatement()) {
            rollingUp.execute("SELECT pg_advisory_lock(hashtext('reporting.rollup'))");
            orderedAgain(counter).statusCode(202);
            orderedAgain(counter).statusCode(409).body("code", equalTo("reporting.REBUILD_RUNNING"));
        }
        for (int i = 0; i < 60 && rebuiltUntil(counter) == null; i++) {
            Thread.sleep(500);
        }
        assertThat(rebuiltUntil(counter)).isNotNull();
        counter.as("administrator")
                .get("/api/v1/roll-ups/check")
                .then()
                .statusCode(200)
                .body("findings", hasSize(0));
    }

    private static ValidatableResponse orderedAgain(RunningCounter counter) {
        return counter.as("administrator")
                .header("Idempotency-Key", java.util.UUID.randomUUID().toString())
                .post("/api/v1/roll-ups/rebuild")
                .then();
    }

    private static @org.jspecify.annotations.Nullable String rebuiltUntil(RunningCounter counter) {
        return counter.as("administrator")
                .get("/api/v1/roll-ups")
                .then()
                .statusCode(200)
                .extract()
                .path("rebuiltUntil");
    }

    @Test
    void each_role_is_offered_its_reports(RunningCounter counter) {
        counter.as("manager")
                .get("/api/v1/reports")
                .then()
                .body("items.code", hasItems("daily-sales", "wallet-statement"));
        counter.as("analyst")
                .get("/api/v1/reports")
                .then()
                .body(
                        "items.code",
                        hasItems(
                                "daily-sales",
                                "monthly-sales",
                                "points-liability",
                                "promotion-result",
                                "transactions",
                                "voucher-life-cycle"))
                .body("items.code", not(hasItem("wallet-statement")));
        counter.as("cashier").get("/api/v1/reports").then().body("items", hasSize(0));
    }

    @Test
    void a_cashier_gets_no_report_and_a_stranger_neither(RunningCounter counter) {
        counter.as("cashier")
                .get("/api/v1/reports/daily-sales")
                .then()
                .statusCode(404)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo("reporting.NO_SUCH_REPORT"));
        counter.anybody().get("/api/v1/reports/daily-sales").then().statusCode(401);
    }

    @Test
    void refuses_what_cannot_be_made_and_says_where(RunningCounter counter) {
        counter.as("analyst")
                .header("Accept-Language", "zh")
                .get("/api/v1/reports/daily-sales?from=2026-02-02&to=2026-02-01")
                .then()
                .statusCode(400)
                .body("code", equalTo("reporting.SPAN_INVALID"), "field", equalTo("to"))
                .body("detail", containsString("366"));
        counter.as("analyst")
                .queryParam("from", "+300000000-01-01")
                .get("/api/v1/reports/daily-sales")
                .then()
                .statusCode(400)
                .body("code", equalTo("kernel.FIELD_INVALID"), "field", equalTo("from"));
        counter.as("manager")
                .get("/api/v1/members/00000000-0000-7000-8000-000000000000/statement.pdf")
                .then()
                .statusCode(404);
    }

    @Test
    void a_customers_own_statement_is_of_the_currency_that_is_asked_for(RunningCounter counter)
            throws InterruptedException {
        SignedIn customer = SignedIn.with(counter);
        for (String own : new String[] {"", "?currency=" + counter.access().currency()}) {
            customer.request()
                    .get("/api/v1/me/statement.pdf" + own)
                    .then()
                    .statusCode(200)
                    .contentType("application/pdf");
        }
        customer.request()
                .get("/api/v1/me/statement.pdf?currency=EUR")
                .then()
                .statusCode(404)
                .body("code", equalTo("reporting.NO_SUCH_SUBJECT"));
    }

    @Test
    void the_board_shows_today(RunningCounter counter) {
        counter.as("manager")
                .get("/api/v1/board")
                .then()
                .statusCode(200)
                .body("attempts", greaterThanOrEqualTo(0), "hours", hasSize(24))
                .body("hours.currency", not(hasItem("XXX")));
    }

    @Test
    void a_cashier_sees_no_board_and_nobody_but_who_looks_after_members_a_wallets_movements(RunningCounter counter)
            throws IOException, InterruptedException {
        counter.as("cashier").get("/api/v1/board").then().statusCode(403).body("code", equalTo("kernel.ROLE_MAY_NOT"));
        HttpResponse<Stream<String>> stream = events(counter, "cashier");
        stream.body().close();
        assertThat(stream.statusCode()).isEqualTo(403);
        String statement = "/api/v1/members/00000000-0000-7000-8000-000000000000/statement";
        for (String role : new String[] {"cashier", "analyst"}) {
            counter.as(role).get(statement).then().statusCode(403).body("code", equalTo("kernel.ROLE_MAY_NOT"));
        }
        counter.as("manager").get(statement).then().statusCode(404);
    }

    @Test
    void the_board_is_pushed_as_events(RunningCounter counter) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> stream = events(counter, "manager");

        assertThat(stream.statusCode()).isEqualTo(200);
        Iterator<String> lines = stream.body()
                .filter(line -> line.startsWith("event:") || line.startsWith("data:"))
                .iterator();
        assertThat(lines.next()).isEqualTo("event: board");
        assertThat(lines.next()).contains("\"attempts\"", "\"hours\"");
        stream.body().close();
    }

    private static HttpResponse<Stream<String>> events(RunningCounter counter, String role)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(counter.address()).resolve("/api/v1/board/events"))
                .header("Authorization", "Bearer " + counter.access().key(role))
                .timeout(Duration.ofSeconds(30))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
    }
}
