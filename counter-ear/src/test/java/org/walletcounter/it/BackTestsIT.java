package org.walletcounter.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drafts tried on past sales, and what goods cost, through the API. */
@WithCounter
class BackTestsIT {

    private static final String BASE = "api/v1";

    private RunningCounter counter;
    private final String sku =
            "BT-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    @BeforeEach
    void open(RunningCounter running) {
        counter = running;
    }

    @Test
    void a_draft_is_tried_on_the_sales_of_the_last_days_in_the_background() {
        product(300);
        Sales sales = new Sales(counter);
        sales.pay(sales.cash(Shopper.newSale(), 5_000)).then().statusCode(201);
        String campaign = draft();
        String order = "{\"campaignId\":\"%s\",\"version\":1,\"from\":\"%s\",\"until\":\"%s\"}"
                .formatted(campaign, today().minusDays(2), today().plusDays(1));
        String id = counter.commandAs("manager")
                .body(order)
                .post(BASE + "/promotions/back-tests")
                .then()
                .statusCode(202)
                .body("state", equalTo("WAITING"))
                .extract()
                .path("id");
        JsonPath done = ended(id);
        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(done.getLong("ordersDone"))
                .isPositive()
                .isEqualTo(done.getLong("ordersTotal"))
                .isEqualTo(done.getLong("result.orders"));
        assertThat(done.getLong("result.reached")).isPositive();
        assertThat(done.getLong("result.sums.cost")).isPositive();
        counter.as("analyst")
                .get(BASE + "/promotions/back-tests?campaignId=" + campaign)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        counter.commandAs("manager")
                .post(BASE + "/promotions/back-tests/" + id + "/cancellation")
                .then()
                .statusCode(409)
                .body("code", equalTo("promotions.NOT_IN_THAT_STATE"));
        counter.commandAs("manager")
                .body(order.replace(today().plusDays(1).toString(), "2019-01-01"))
                .post(BASE + "/promotions/back-tests")
                .then()
                .statusCode(400)
                .body("code", equalTo("promotions.BACK_TEST_PERIOD_INVALID"));
        counter.commandAs("cashier")
                .body(order)
                .post(BASE + "/promotions/back-tests")
                .then()
                .statusCode(403);
    }

    @Test
    void managers_see_what_goods_cost_and_what_a_draft_would_sell_below_it_cashiers_do_not() {
        String product = product(300);
        counter.as("manager")
                .get(BASE + "/products/" + product)
                .then()
                .statusCode(200)
                .body("unitCost", equalTo(300));
        counter.as("cashier")
                .get(BASE + "/products/" + product)
                .then()
                .statusCode(200)
                .body("unitCost", nullValue());
        String campaign = draft();
        counter.as("manager")
                .get(BASE + "/promotions/campaigns/" + campaign + "/below-cost?version=1")
                .then()
                .statusCode(200)
                .body("items.sku", hasItem(sku));
        counter.commandAs("manager")
                .post(BASE + "/promotions/campaigns/" + campaign + "/submit?version=1")
                .then()
                .statusCode(200)
                .body("belowCost.sku", hasItem(sku));
    }

    private JsonPath ended(String id) {
        Instant patience = Instant.now().plus(Duration.ofSeconds(60));
        JsonPath view;
        do {
            view = counter.as("manager")
                    .get(BASE + "/promotions/back-tests/" + id)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
        } while (view.getString("endedAt") == null && Instant.now().isBefore(patience));
        return view;
    }

    private String product(long cost) {
        return counter.commandAs("manager")
                .body("""
                        {"sku":"%s","nameEn":"Cup","nameZh":"杯子","category":"Cups",
                         "price":{"amount":500,"currency":"GBP"},"unitCost":%d,"active":true}""".formatted(sku, cost))
                .post(BASE + "/products")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Three pounds off anything: the cup of five pounds then goes for two, and costs three. */
    private String draft() {
        return counter.commandAs("manager")
                .body("""
                        {"terms":{"names":{"en":"Three off","zh":"减三"},"currency":"GBP",
                         "benefit":{"kind":"amountOff","off":300}},"from":"2026-11-01T00:00:00Z","limits":{}}""")
                .post(BASE + "/promotions/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
