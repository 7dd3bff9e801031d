package org.walletcounter.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Voucher campaigns and vouchers through the API. */
@WithCounter
class VouchersIT {

    private RunningCounter counter;
    private String code;

    @BeforeEach
    void open(RunningCounter running) {
        counter = running;
        code = "IT-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    @Test
    void codes_are_made_shown_at_the_till_set_aside_and_given_free_again() {
        String campaign = live("\"way\":\"CODE\",\"total\":100");
        String batch = counter.commandAs("manager")
                .body("{\"label\":\"Cinema\",\"count\":20}")
                .post("api/v1/voucher-campaigns/" + campaign + "/codes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        List<String> codes = counter.as("manager")
                .get("api/v1/voucher-campaigns/" + campaign + "/codes/" + batch)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString()
                .lines()
                .skip(1)
                .toList();
        assertThat(codes).hasSize(20).doesNotHaveDuplicates();

        String voucher = shown(codes.get(3)).then().statusCode(201).extract().path("id");
        shown(codes.get(3)).then().statusCode(201).body("id", equalTo(voucher));
        shown(codes.get(3).substring(0, 13) + (codes.get(3).endsWith("0") ? "1" : "0"))
                .then()
                .statusCode(400)
                .body("code", equalTo("vouchers.CODE_MISREAD"));
        List<String> holds = hold(voucher).then().statusCode(201).extract().path("items.hold");
        hold(voucher).then().statusCode(409).body("code", equalTo("vouchers.AT_ANOTHER_CHECKOUT"));
        counter.commandAs("cashier")
                .body("{\"holds\":[\"" + holds.get(0) + "\"]}")
                .post("api/v1/vouchers/holds/release")
                .then()
                .statusCode(200);
        hold(voucher).then().statusCode(201);
        counter.as("cashier")
                .get("api/v1/vouchers/" + voucher + "/history")
                .then()
                .statusCode(200)
                .body("items.what", contains("voucher-code-brought-in"));
    }

    @Test
    void a_grant_reaches_the_member_and_can_be_withdrawn() {
        String member = Shopper.with(counter, 0).id();
        String campaign = live("\"way\":\"GRANT\",\"total\":10,\"perPerson\":1");
        String grant = "{\"memberIds\":[\"" + member + "\",\"" + UUID.randomUUID() + "\"]}";
        counter.commandAs("manager")
                .body(grant)
                .post("api/v1/voucher-campaigns/" + campaign + "/grants")
                .then()
                .statusCode(201)
                .body("granted", equalTo(1), "refused[0].why", equalTo("NO_SUCH_MEMBER"));
        String voucher = counter.as("cashier")
                .queryParam("memberId", member)
                .get("api/v1/vouchers")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.campaign.id == '" + campaign + "' && it.campaign.worth.off == 500 }.id");
        counter.commandAs("manager")
                .body("{\"reason\":\"granted by mistake\"}")
                .post("api/v1/vouchers/" + voucher + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        counter.as("manager")
                .get("api/v1/voucher-campaigns/" + campaign + "/figures")
                .then()
                .statusCode(200)
                .body("hands.issued", equalTo(1), "hands.withdrawn", equalTo(1), "left", equalTo(9));
    }

    @Test
    void whoever_joins_is_welcomed_with_a_voucher() throws InterruptedException {
        live("\"way\":\"EVENT\",\"event\":\"WELCOME\"");
        String member = Shopper.with(counter, 0).id();
        Instant patience = Instant.now().plus(Duration.ofSeconds(30));
        while (mine(member) == 0 && Instant.now().isBefore(patience)) {
            Thread.sleep(500);
        }
        assertThat(mine(member)).isPositive();
    }

    @Test
    void a_partner_agrees_to_the_version_it_has_seen() throws SQLException {
        Rival partner = Rival.of(counter);
        String shared = "\"way\":\"CODE\",\"total\":5,\"parties\":[{\"merchant\":\"%s\",\"share\":10000}]"
                .formatted(partner.code());
        String campaign = draft("manager", shared)
                .then()
                .statusCode(201)
                .body("version", equalTo(1))
                .extract()
                .path("id");
        counter.commandAs("manager")
                .body(form(shared))
                .put("api/v1/voucher-campaigns/" + campaign)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        for (String unseen : List.of("", "?version=1")) {
            agree(partner, campaign, unseen).then().statusCode(409).body("code", equalTo("kernel.CHANGED_MEANWHILE"));
        }
        agree(partner, campaign, "?version=2")
                .then()
                .statusCode(200)
                .body("parties.findAll { it.agreedAt == null }", empty());
    }

    @Test
    void bad_input_is_answered_at_its_field_in_both_languages_and_cashiers_make_no_campaigns() {
        draft("manager", "\"way\":\"TAKE\",\"perDay\":5")
                .then()
                .statusCode(400)
                .body("code", equalTo("vouchers.PER_DAY_NEEDS_TOTAL"), "field", equalTo("total"));
        counter.commandAs("manager")
                .header("Accept-Language", "zh")
                .body(form("\"way\":\"TAKE\",\"total\":0"))
                .post("api/v1/voucher-campaigns")
                .then()
                .statusCode(400)
                .body("field", equalTo("total"), "detail", startsWith("数量须在"));
        draft("cashier", "\"way\":\"TAKE\"").then().statusCode(403);
        counter.as("manager")
                .get("api/v1/vouchers/check")
                .then()
                .statusCode(200)
                .body("items", empty());
        counter.as("manager")
                .queryParams("from", "2026-01-01", "to", "2026-12-31")
                .get("api/v1/voucher-campaigns/clearing")
                .then()
                .statusCode(200)
                .body("lines", empty());
    }

    private int mine(String member) {
        List<Object> items = counter.as("cashier")
                .queryParam("memberId", member)
                .get("api/v1/vouchers")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return items.size();
    }

    private static Response agree(Rival partner, String campaign, String version) {
        return partner.as("manager").post("api/v1/voucher-campaigns/" + campaign + "/agreement" + version);
    }

    private Response shown(String typed) {
        return counter.commandAs("cashier").body("{\"code\":\"" + typed + "\"}").post("api/v1/vouchers/by-code");
    }

    private Response hold(String voucher) {
        return counter.commandAs("cashier")
                .body(
                        "{\"reason\":\"sale\",\"uses\":[{\"voucherId\":\"%s\",\"saving\":{\"amount\":500,\"currency\":\"%s\"}}]}"
                                .formatted(voucher, counter.access().currency()))
                .post("api/v1/vouchers/holds");
    }

    private String live(String how) {
        String id = draft("manager", how).then().statusCode(201).extract().path("id");
        counter.commandAs("manager")
                .body("{\"state\":\"LIVE\"}")
                .post("api/v1/voucher-campaigns/" + id + "/state")
                .then()
                .statusCode(200)
                .body("state", equalTo("LIVE"));
        return id;
    }

    private Response draft(String role, String how) {
        return counter.commandAs(role).body(form(how)).post("api/v1/voucher-campaigns");
    }

    private String form(String how) {
        return ("{\"code\":\"%s\",\"nameEn\":\"Five off\",\"nameZh\":\"减五镑\",\"currency\":\"%s\","
                        + "\"worth\":{\"kind\":\"AMOUNT\",\"off\":500,\"from\":3000},\"openFrom\":\"%s\","
                        + "\"openUntil\":\"%s\",\"validDays\":14,%s}")
                .formatted(
                        code,
                        counter.access().currency(),
                        Instant.now().minusSeconds(60),
                        Instant.now().plus(Duration.ofDays(10)),
                        how);
    }
}
