package org.walletcounter.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Points, gifts, tiers and segments through the API. */
@WithCounter
class LoyaltyIT {

    private RunningCounter counter;
    private String member;
    private String programme;

    @BeforeEach
    void open(RunningCounter running) {
        counter = running;
        member = Shopper.with(counter, 0).id();
        programme = counter.commandAs("manager")
                .body(programme(100))
                .post("api/v1/points-programmes")
                .then()
                .statusCode(201)
                .body("version", equalTo(1))
                .extract()
                .path("id");
    }

    @AfterEach
    void end() {
        OnOffer.end(counter);
    }

    @Test
    void a_programme_has_versions_and_refuses_at_the_field() {
        counter.as("manager")
                .contentType(ContentType.JSON)
                .body(programme(200))
                .put("api/v1/points-programmes/" + programme)
                .then()
                .statusCode(200)
                .body("version", equalTo(2), "exchange.points", equalTo(200));
        counter.as("analyst")
                .get("api/v1/points-programmes")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(programme));
        counter.commandAs("manager")
                .header("Accept-Language", "zh")
                .body(programme(0))
                .post("api/v1/points-programmes")
                .then()
                .statusCode(400)
                .body("code", equalTo("loyalty.RULE_INVALID"), "field", equalTo("exchange.points"))
                .body("detail", containsString("须在"));
        counter.commandAs("cashier")
                .body(programme(100))
                .post("api/v1/points-programmes")
                .then()
                .statusCode(403);
    }

    @Test
    void a_programme_by_amounts_says_its_unit_and_one_by_visits_has_none() {
        counter.commandAs("manager")
                .body(programme(100).replace("\"perMinor\":100,", ""))
                .post("api/v1/points-programmes")
                .then()
                .statusCode(400)
                .body("code", equalTo("kernel.FIELD_MISSING"), "field", equalTo("earning.perMinor"));
        counter.commandAs("manager")
                .body(programme(100).replace("\"AMOUNT\",\"points\":1,\"perMinor\":100,", "\"VISIT\",\"points\":1,"))
                .post("api/v1/points-programmes")
                .then()
                .statusCode(201)
                .body("earning.basis", equalTo("VISIT"));
    }

    @Test
    void a_correction_waits_for_a_second_person() {
        String asked = give("manager", 500).then().statusCode(201).extract().path("id");
        decide("manager", asked).then().statusCode(403).body("code", equalTo("loyalty.SECOND_PERSON_NEEDED"));
        decide("cashier", asked).then().statusCode(403);
        counter.as("analyst")
                .queryParam("open", true)
                .get("api/v1/points-adjustments")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(asked));
        counter.commandAs("administrator")
                .body("{}")
                .post("api/v1/points-adjustments/" + asked + "/decision")
                .then()
                .statusCode(400)
                .body("code", equalTo("kernel.FIELD_MISSING"), "field", equalTo("approve"));
        decide("administrator", asked).then().statusCode(200).body("state", equalTo("APPROVED"));
        decide("administrator", asked).then().statusCode(409).body("code", equalTo("loyalty.ALREADY_DECIDED"));
        points().then()
                .body("points[0].available", equalTo(500), "points[0].lots[0].source", equalTo("ADJUSTMENT"))
                .body("points[0].lots[0].lastDay", equalTo(lastDay(points().path("points[0].lots[0].expiresAt"))))
                .body("tier", notNullValue());
        counter.as("cashier")
                .queryParam("programmeId", programme)
                .get("api/v1/members/" + member + "/points/statement")
                .then()
                .statusCode(200)
                .body("items[0].kind", equalTo("points-adjusted"), "items[0].balance", equalTo(500));
        counter.as("analyst")
                .get("api/v1/points-programmes/" + programme + "/liability")
                .then()
                .statusCode(200)
                .body("items[0].points", equalTo(500), "items[0].worth.amount", equalTo(500));
    }

    @Test
    void a_gift_costs_points_once_and_comes_back_with_them() {
        decide("administrator", give("manager", 500).path("id"));
        String gift = counter.commandAs("manager")
                .body("{\"programmeId\":\"" + programme + "\",\"code\":\"mug-"
                        + UUID.randomUUID().toString().substring(0, 8)
                        + "\",\"nameEn\":\"Mug\",\"nameZh\":\"杯子\",\"points\":200}")
                .post("api/v1/points-gifts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        handOver(gift, UUID.randomUUID().toString()).then().statusCode(422).body("code", equalTo("loyalty.GIFT_GONE"));
        counter.commandAs("manager")
                .body("{\"pieces\":5}")
                .post("api/v1/points-gifts/" + gift + "/stock")
                .then()
                .statusCode(200)
                .body("stock", equalTo(5));
        String key = UUID.randomUUID().toString();
        String given = handOver(gift, key).then().statusCode(201).extract().path("id");
        handOver(gift, key).then().statusCode(201).body("id", equalTo(given));
        points().then().body("points[0].available", equalTo(300));
        handOver(gift, UUID.randomUUID().toString()).then().statusCode(201);
        handOver(gift, UUID.randomUUID().toString())
                .then()
                .statusCode(422)
                .body("code", equalTo("loyalty.NOT_ENOUGH_POINTS"));
        back(given).then().statusCode(200);
        back(given).then().statusCode(409).body("code", equalTo("loyalty.GIFT_TAKEN_BACK"));
        points().then().body("points[0].available", equalTo(300));
    }

    @Test
    void other_tiers_are_previewed_before_they_are_set() {
        counter.as("manager")
                .contentType(ContentType.JSON)
                .body(tiers(1, 1))
                .put("api/v1/tiers")
                .then()
                .statusCode(400)
                .body("code", equalTo("loyalty.TIERS_NOT_RISING"), "field", equalTo("tiers[1].threshold"));
        counter.as("manager")
                .contentType(ContentType.JSON)
                .body(tiers(1, 2))
                .post("api/v1/tiers/preview")
                .then()
                .statusCode(200)
                .body("members", greaterThanOrEqualTo(0), "counts.size()", equalTo(3));
        counter.as("manager")
                .contentType(ContentType.JSON)
                .body(tiers(100_000, 200_000))
                .put("api/v1/tiers")
                .then()
                .statusCode(200)
                .body("tiers.code", equalTo(java.util.List.of("SILVER", "GOLD")));
        counter.as("cashier").get("api/v1/tiers").then().statusCode(200).body("measure", equalTo("SPEND"));
        points().then().body("tier.next.code", equalTo("SILVER"), "tier.missing", equalTo(100_000));
    }

    @Test
    void a_segment_shows_its_size_and_makes_its_snapshot_apart() throws InterruptedException {
        counter.as("analyst")
                .contentType(ContentType.JSON)
                .body(segment("JOINED_DAYS", "AT_MOST", "0"))
                .post("api/v1/segments/size")
                .then()
                .statusCode(200)
                .body("members", greaterThanOrEqualTo(1));
        counter.as("analyst")
                .contentType(ContentType.JSON)
                .body(segment("JOINED_DAYS", "IS", "0"))
                .post("api/v1/segments/size")
                .then()
                .statusCode(400)
                .body("code", equalTo("loyalty.CONDITION_INVALID"), "field", equalTo("all[0][0].comparison"));
        String id = counter.commandAs("manager")
                .body(segment("JOINED_DAYS", "AT_MOST", "0"))
                .post("api/v1/segments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        counter.commandAs("analyst")
                .body("{}")
                .post("api/v1/segments/" + id + "/snapshots")
                .then()
                .statusCode(202);
        String state = "WAITING";
        for (int look = 0; look < 60 && !state.equals("DONE"); look++) {
            Thread.sleep(500);
            state = counter.as("analyst")
                    .get("api/v1/segments/" + id + "/snapshots")
                    .path("items[0].state");
        }
        assertThat(state).isEqualTo("DONE");
        counter.as("analyst").get("api/v1/segments/" + id).then().body("members", greaterThanOrEqualTo(1));
    }

    @Test
    void the_books_of_points_hold() {
        counter.as("analyst")
                .get("api/v1/points-programmes/check")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
    void the_books_of_points_are_described() {
        counter.anybody()
                .get("openapi")
                .then()
                .statusCode(200)
                .body(containsString("/points-programmes"), containsString("/segments/size"));
    }

    private Response give(String role, int points) {
        return counter.commandAs(role)
                .body("{\"programmeId\":\"" + programme + "\",\"points\":" + points
                        + ",\"reason\":\"The till was down on Saturday\"}")
                .post("api/v1/members/" + member + "/points/adjustments");
    }

    private Response decide(String role, String id) {
        return counter.commandAs(role).body("{\"approve\":true}").post("api/v1/points-adjustments/" + id + "/decision");
    }

    private Response handOver(String gift, String key) {
        return counter.as("cashier")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body("{\"memberId\":\"" + member + "\",\"pieces\":1}")
                .post("api/v1/points-gifts/" + gift + "/given");
    }

    private Response back(String given) {
        return counter.commandAs("cashier").body("{}").post("api/v1/points-gifts/given/" + given + "/return");
    }

    private Response points() {
        return counter.as("cashier").get("api/v1/members/" + member + "/points");
    }

    /** The merchant's day that ends at a moment. */
    private static String lastDay(String expiresAt) {
        return LocalDate.ofInstant(Instant.parse(expiresAt), ZoneId.of("Europe/London"))
                .minusDays(1)
                .toString();
    }

    private static String programme(int step) {
        return "{\"code\":\"p-" + UUID.randomUUID().toString().substring(0, 8)
                + "\",\"nameEn\":\"House points\",\"nameZh\":\"本店积分\",\"active\":true,"
                + "\"earning\":{\"basis\":\"AMOUNT\",\"points\":1,\"perMinor\":100,\"pendingDays\":14,\"multipliers\":[]},"
                + "\"lots\":{\"expiry\":\"AFTER_DAYS\",\"days\":365,\"returnDays\":30},"
                + "\"exchange\":{\"points\":" + step
                + ",\"minor\":100,\"least\":100,\"percent\":50,\"cap\":null,\"from\":null,\"until\":null}}";
    }

    private static String tiers(int silver, int gold) {
        return "{\"measure\":\"SPEND\",\"windowDays\":365,\"keepDays\":90,\"graceDays\":30,\"downgrade\":\"ONE_DOWN\","
                + "\"tiers\":[{\"code\":\"SILVER\",\"nameEn\":\"Silver\",\"nameZh\":\"银卡\",\"threshold\":" + silver
                + "},{\"code\":\"GOLD\",\"nameEn\":\"Gold\",\"nameZh\":\"金卡\",\"threshold\":" + gold + "}]}";
    }

    private static String segment(String field, String comparison, String value) {
        return "{\"code\":\"s-" + UUID.randomUUID().toString().substring(0, 8)
                + "\",\"nameEn\":\"New\",\"nameZh\":\"新客\",\"all\":[{\"any\":[{\"field\":\"" + field
                + "\",\"comparison\":\"" + comparison + "\",\"values\":[\"" + value + "\"]}]}]}";
    }
}
