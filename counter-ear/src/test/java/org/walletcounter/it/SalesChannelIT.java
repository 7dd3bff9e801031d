package org.walletcounter.it;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Promotions for some channels, orders or goods only, of which whoever sells must tell: priced and paid. */
@WithCounter
class SalesChannelIT {

    private RunningCounter counter;
    private Sales sales;
    private String campaign = "";

    @BeforeEach
    void open(RunningCounter running) {
        counter = running;
        sales = new Sales(running);
    }

    @AfterEach
    void end() {
        act("end", "manager");
    }

    @Test
    void a_price_of_the_web_is_the_webs_only() {
        live(
                "{\"kind\":\"channels\",\"channels\":[\"web\"]}",
                "{\"kind\":\"ladder\",\"steps\":[{\"from\":1000,\"off\":200}]}");
        holdsOnlyWith("\"channel\":\"web\",", "", 1_800);
    }

    @Test
    void what_is_taken_off_at_the_table_is_taken_off_there_only() {
        live(
                "{\"kind\":\"orderKinds\",\"kinds\":[\"table\"]}",
                "{\"kind\":\"ladder\",\"steps\":[{\"from\":1000,\"off\":300}]}");
        holdsOnlyWith("\"orderKind\":\"table\",", "", 1_700);
    }

    @Test
    void goods_that_must_be_sold_soon_are_cheaper() {
        live(
                "{\"kind\":\"all\",\"of\":[]}",
                "{\"kind\":\"clearance\",\"steps\":[{\"daysLeft\":2,\"basisPoints\":5000}]}");
        holdsOnlyWith("", ",\"daysLeft\":2", 1_000);
        quote("", ",\"daysLeft\":3").then().statusCode(200).body("payable.amount", equalTo(2_000));
    }

    @Test
    void what_no_sale_can_be_is_refused_by_its_name() {
        live(
                "{\"kind\":\"all\",\"of\":[]}",
                "{\"kind\":\"clearance\",\"steps\":[{\"daysLeft\":2,\"basisPoints\":5000}]}");
        refused(quote("\"channel\":\" \",", ""), "channel");
        refused(quote("\"orderKind\":\"" + "x".repeat(41) + "\",", ""), "orderKind");
        refused(quote("", ",\"daysLeft\":-1"), "lines[0].daysLeft");
        refused(quote("", ",\"daysLeft\":1.5"), "lines[0].daysLeft");
    }

    private void holdsOnlyWith(String place, String line, int payable) {
        quote("", "").then().statusCode(200).body("payable.amount", equalTo(2_000));
        quote(place, line).then().statusCode(200).body("payable.amount", equalTo(payable));
        pay("", "", payable).then().statusCode(409).body("code", equalTo("transactions.AMOUNT_IS_NOT_TOTAL"));
        pay(place, line, payable).then().statusCode(201).body("amount.amount", equalTo(payable));
    }

    private static void refused(Response answer, String field) {
        answer.then()
                .statusCode(400)
                .body("code", equalTo("kernel.FIELD_INVALID"))
                .body("field", equalTo(field));
    }

    private Response quote(String place, String line) {
        return counter.as("cashier")
                .contentType("application/json")
                .body("{" + sale(place, line) + "}")
                .post("api/v1/payments/quote");
    }

    private Response pay(String place, String line, long minor) {
        String tender = "[{\"kind\":\"CASH\",\"amount\":" + sales.money(minor) + "}]";
        return sales.pay(
                "{" + sale(place, line) + ",\"amount\":" + sales.money(minor) + ",\"tenders\":" + tender + "}");
    }

    private String sale(String place, String line) {
        return place + "\"storeId\":\"" + counter.access().store() + "\",\"saleNumber\":\"" + Shopper.newSale()
                + "\",\"lines\":[{\"text\":\"Milk\",\"quantity\":1,\"unitAmount\":2000" + line + "}],\"pricing\":{}";
    }

    private void live(String when, String benefit) {
        String terms = "{\"names\":{\"en\":\"Some only " + UUID.randomUUID() + "\",\"zh\":\"限定\"},\"currency\":\""
                + counter.access().currency() + "\",\"when\":" + when + ",\"on\":{},\"benefit\":" + benefit
                + ",\"stacking\":{\"group\":\"\",\"atMost\":1000,\"perCategory\":1000,\"excludes\":[],\"priority\":0,"
                + "\"base\":\"DISCOUNTED\"},\"funding\":{\"parts\":[{\"party\":\"merchant\",\"basisPoints\":10000}]}}";
        campaign = counter.commandAs("manager")
                .body("{\"terms\":" + terms + ",\"from\":\"" + Instant.now().minusSeconds(60)
                        + "\",\"until\":null,\"limits\":{}}")
                .post("api/v1/promotions/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        act("submit", "manager").then().statusCode(200);
        act("approve", "administrator").then().statusCode(200);
    }

    private Response act(String act, String role) {
        return counter.commandAs(role).post("api/v1/promotions/campaigns/" + campaign + "/" + act + "?version=1");
    }
}
