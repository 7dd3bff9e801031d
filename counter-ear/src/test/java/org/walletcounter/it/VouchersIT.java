package org.walletcounter.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
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

    @AfterEach
    void end() {
        OnOffer.end(counter);
    }

    @Test
    void codes_are_made_shown_at_the_till_set_aside_and_given_free_again() {
        String campaign = started("\"way\":\"CODE\",\"total\":100");
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
        String campaign = started("\"way\":\"GRANT\",\"total\":10,\"perPerson\":1");
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
    void what_a_member_holds_is_used_for_that_member_only_and_for_no_more_than_it_saves() {
        String member = Shopper.with(counter, 0).id();
        String campaign = started("\"way\":\"GRANT\",\"total\":10");
        counter.commandAs("manager")
                .body("{\"memberIds\":[\"" + member + "\"]}")
                .post("api/v1/voucher-campaigns/" + campaign + "/grants")
                .then()
                .statusCode(201);
        String voucher = counter.as("cashier")
                .queryParam("memberId", member)
                .get("api/v1/vouchers")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.campaign.id == '" + campaign + "' }.id");
        Sales sales = new Sales(counter);
        sales.pay(with(voucher, sales.cash(Shopper.newSale(), 2_500)))
                .then()
                .statusCode(422)
                .body("code", equalTo("vouchers.NOT_THE_HOLDERS"));
        hold(voucher).then().statusCode(422).body("code", equalTo("vouchers.NOT_THE_HOLDERS"));
        hold(voucher, member, 501).then().statusCode(400).body("code", equalTo("vouchers.MORE_THAN_IT_SAVES"));
        hold(voucher, member, 500).then().statusCode(201);
    }

    @Test
    void whoever_joins_is_welcomed_with_a_voucher() throws InterruptedException {
        started("\"way\":\"EVENT\",\"event\":\"WELCOME\"");
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
        counter.commandAs("manager")
                .body(form(shared))
                .put("api/v1/voucher-campaigns/" + campaign + "?version=1")
                .then()
                .statusCode(409)
                .body("code", equalTo("kernel.CHANGED_MEANWHILE"));
        for (String unseen : List.of("", "?version=1")) {
            agree(partner, campaign, unseen).then().statusCode(409).body("code", equalTo("kernel.CHANGED_MEANWHILE"));
        }
        agree(partner, campaign, "?version=2")
                .then()
                .statusCode(200)
                .body("parties.findAll { it.agreedAt == null }", empty());
    }

    @Test
    void what_the_house_has_honoured_is_owed_by_its_partner_in_part() throws SQLException {
        Rival partner = Rival.of(counter);
        String shared = "\"way\":\"CODE\",\"total\":5,\"parties\":[{\"merchant\":\"%s\",\"share\":4000},"
                + "{\"merchant\":\"%s\",\"share\":6000}]";
        String campaign = draft("manager", shared.formatted(counter.access().merchant(), partner.code()))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        agree(partner, campaign, "?version=1").then().statusCode(200);
        live(campaign);
        clearing(partner.as("manager")).body("lines", empty(), "nets", empty());
        paidWith(shown(onlyCode(campaign)).then().statusCode(201).extract().path("id"));
        String line = "lines.find { it.campaignId == '" + campaign + "' }.";
        clearing(counter.as("manager"))
                .body(line + "partner", equalTo(partner.code()), line + "redemptions", equalTo(1))
                .body(line + "owedToUs.amount", equalTo(300), line + "owedByUs.amount", equalTo(0));
        clearing(partner.as("manager"))
                .body("lines.campaignId", contains(campaign), "lines[0].redemptions", equalTo(1))
                .body("lines[0].owedToUs.amount", equalTo(0), "lines[0].owedByUs.amount", equalTo(300))
                .body("nets.partner", contains(counter.access().merchant()), "nets[0].amount.amount", equalTo(-300));
    }

    /** The days about today: midnight may pass while the test runs. */
    private static ValidatableResponse clearing(RequestSpecification asking) {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        return asking.queryParams(
                        "from",
                        today.minusDays(1).toString(),
                        "to",
                        today.plusDays(1).toString())
                .get("api/v1/voucher-campaigns/clearing")
                .then()
                .statusCode(200);
    }

    /** The only code of a new batch. */
    private String onlyCode(String campaign) {
        String codes = "api/v1/voucher-campaigns/" + campaign + "/codes";
        String batch = counter.commandAs("manager")
                .body("{\"label\":\"Joint\",\"count\":1}")
                .post(codes)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return counter.as("manager")
                .get(codes + "/" + batch)
                .asString()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
    }

    /** Goods for thirty pounds with a voucher that takes five off. */
    private void paidWith(String voucher) {
        Sales sales = new Sales(counter);
        String sale = with(voucher, sales.cash(Shopper.newSale(), 2_500));
        sales.pay(sale).then().statusCode(201).body("pricing.list", equalTo(3_000));
    }

    private static String with(String voucher, String sale) {
        return sale.replace("\"lines\":[]", "\"lines\":[{\"text\":\"Goods\",\"quantity\":1,\"unitAmount\":3000}]")
                .replace("\"shown\":null", "\"shown\":null,\"pricing\":{\"vouchers\":[\"" + voucher + "\"]}");
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

    private Response hold(String voucher, String member, int saving) {
        return counter.commandAs("cashier")
                .body(("{\"reason\":\"sale\",\"memberId\":\"%s\",\"uses\":[{\"voucherId\":\"%s\","
                                + "\"saving\":{\"amount\":%d,\"currency\":\"%s\"}}]}")
                        .formatted(member, voucher, saving, counter.access().currency()))
                .post("api/v1/vouchers/holds");
    }

    private String started(String how) {
        String id = draft("manager", how).then().statusCode(201).extract().path("id");
        live(id);
        return id;
    }

    private void live(String campaign) {
        counter.commandAs("manager")
                .body("{\"state\":\"LIVE\"}")
                .post("api/v1/voucher-campaigns/" + campaign + "/state")
                .then()
                .statusCode(200)
                .body("state", equalTo("LIVE"));
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
