package org.walletcounter.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payments through the API: paid once, refused for good, answered again to the byte. */
@WithCounter
class PaymentsIT {

    private RunningCounter counter;
    private Sales sales;

    @BeforeEach
    void open(RunningCounter running) {
        counter = running;
        sales = new Sales(running);
    }

    @Test
    void cash_is_taken_and_the_receipt_shows_it_without_a_sign_in() {
        String sale = Shopper.newSale();
        Response paid = sales.pay(sales.cash(sale, 590));
        paid.then().statusCode(201).body("state", equalTo("SUCCEEDED"), "amount.amount", equalTo(590));
        String receipt = paid.path("receiptToken");
        counter.anybody()
                .get("api/v1/receipts/" + receipt)
                .then()
                .statusCode(200)
                .body("saleNumber", equalTo(sale), "merchant.nameEn", notNullValue(), "id", nullValue());
        counter.anybody()
                .get("api/v1/receipts/" + receipt.substring(0, 42) + (receipt.endsWith("A") ? "E" : "A"))
                .then()
                .statusCode(404);
    }

    @Test
    void a_header_that_names_no_language_is_in_no_payments_way() {
        counter.commandAs("cashier")
                .header("Accept-Language", ",")
                .body(sales.cash(Shopper.newSale(), 590))
                .post("api/v1/payments")
                .then()
                .statusCode(201)
                .body("state", equalTo("SUCCEEDED"));
    }

    @Test
    void a_wallet_pays_by_its_code() {
        Shopper shopper = Shopper.with(counter, 2000);
        sales.pay(sales.wallet(Shopper.newSale(), 590, shopper.code()))
                .then()
                .statusCode(201)
                .body("memberId", equalTo(shopper.id()), "memberName", notNullValue());
        assertThat(shopper.balance()).isEqualTo(1410);
    }

    @Test
    void the_same_key_is_answered_with_the_same_bytes() {
        String key = UUID.randomUUID().toString();
        String body = sales.cash(Shopper.newSale(), 590);
        Response first = sales.pay(key, body);
        Response again = sales.pay(key, body);
        assertThat(again.statusCode()).isEqualTo(first.statusCode()).isEqualTo(201);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotency-Replayed")).isNull();
    }

    @Test
    void the_same_key_with_other_content_is_refused() {
        String key = UUID.randomUUID().toString();
        String sale = Shopper.newSale();
        sales.pay(key, sales.cash(sale, 590)).then().statusCode(201);
        sales.pay(key, sales.cash(sale, 600)).then().statusCode(422).body("code", equalTo("kernel.KEY_REUSED"));
    }

    @Test
    void refused_stays_refused_under_its_key_and_leaves_the_sale_and_the_code_free() {
        Shopper shopper = Shopper.with(counter, 100);
        String key = UUID.randomUUID().toString();
        String sale = Shopper.newSale();
        String code = shopper.code();
        String body = sales.wallet(sale, 590, code);
        Response first = sales.pay(key, body);
        first.then()
                .statusCode(422)
                .contentType(containsString("application/problem+json"))
                .body("code", equalTo("ledger.INSUFFICIENT_FUNDS"), "payment.state", equalTo("REFUSED"));
        shopper.topUp(1000).then().statusCode(201);
        Response again = sales.pay(key, body);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        sales.pay(body).then().statusCode(201);
        assertThat(shopper.balance()).isEqualTo(510);
    }

    @Test
    void a_sale_is_paid_once_whoever_pays_it_at_the_same_time() {
        String body = sales.cash(Shopper.newSale(), 590);
        List<Callable<Integer>> tills =
                Collections.nCopies(20, () -> sales.pay(body).statusCode());
        List<Integer> answers = Sales.atOnce(tills);
        assertThat(answers).containsOnlyOnce(201);
        assertThat(answers.stream().filter(each -> each == 409)).hasSize(19);
    }

    @Test
    void the_same_key_at_the_same_time_pays_once_and_answers_all_alike() {
        String key = UUID.randomUUID().toString();
        String body = sales.cash(Shopper.newSale(), 590);
        List<Callable<String>> tills =
                Collections.nCopies(10, () -> sales.pay(key, body).asString());
        assertThat(Sales.atOnce(tills))
                .hasSize(10)
                .containsOnly(sales.pay(key, body).asString());
    }

    @Test
    void one_code_never_pays_twice_even_at_two_tills_at_once() {
        Shopper shopper = Shopper.with(counter, 100_000);
        String code = shopper.code();
        List<Callable<Integer>> tills = IntStream.range(0, 12)
                .<Callable<Integer>>mapToObj(each -> () ->
                        sales.pay(sales.wallet(Shopper.newSale(), 590, code)).statusCode())
                .toList();
        assertThat(Sales.atOnce(tills)).containsOnlyOnce(201);
        assertThat(shopper.balance()).isEqualTo(99_410);
    }

    @Test
    void parallel_payments_never_slip_over_the_daily_limit() {
        Shopper shopper = Shopper.with(counter, 100_000);
        shopper.limit(1000, 2500);
        List<String> codes =
                IntStream.range(0, 8).mapToObj(each -> shopper.code()).toList();
        List<Callable<Integer>> tills = codes.stream()
                .<Callable<Integer>>map(code -> () ->
                        sales.pay(sales.wallet(Shopper.newSale(), 1000, code)).statusCode())
                .toList();
        List<Integer> answers = Sales.atOnce(tills);
        assertThat(answers.stream().filter(each -> each == 201)).hasSize(2);
        assertThat(shopper.balance()).isEqualTo(98_000);
    }

    @Test
    void fifty_refunds_at_once_never_give_back_more_than_was_paid() {
        Shopper shopper = Shopper.with(counter, 1000);
        String payment = sales.paid(sales.mixed(Shopper.newSale(), 1000, 500, shopper.code()));
        List<Callable<Integer>> race = LongStream.range(0, 50)
                .<Callable<Integer>>mapToObj(
                        each -> () -> sales.refund(payment, 70 + each % 7).statusCode())
                .toList();
        List<Integer> answers = Sales.atOnce(race);
        assertThat(answers).containsOnly(201, 422);
        List<Integer> parts = sales.payment(payment).jsonPath().getList("refunds.amount.amount", Integer.class);
        int refunded = parts.stream().mapToInt(Integer::intValue).sum();
        assertThat(refunded).isLessThanOrEqualTo(1500).isGreaterThan(1423);
        assertThat(parts)
                .hasSize((int) answers.stream().filter(each -> each == 201).count());
        assertThat(sales.payment(payment).jsonPath().getInt("refunded.amount")).isEqualTo(refunded);
        assertThat(shopper.balance()).isEqualTo(1000);
    }

    @Test
    void a_refund_goes_back_to_where_the_money_came_from_the_wallet_first() {
        Shopper shopper = Shopper.with(counter, 1000);
        String payment = sales.paid(sales.mixed(Shopper.newSale(), 400, 600, shopper.code()));
        sales.refund(payment, 500L)
                .then()
                .statusCode(201)
                .body(
                        "tenders.kind",
                        equalTo(List.of("WALLET", "CASH")),
                        "tenders.amount.amount",
                        equalTo(List.of(400, 100)));
        assertThat(shopper.balance()).isEqualTo(1000);
        sales.refund(payment, 501L).then().statusCode(422).body("code", equalTo("transactions.EXCEEDS_PAID"));
        sales.refund(payment, null).then().statusCode(201).body("amount.amount", equalTo(500));
        sales.refund(payment, null).then().statusCode(422);
    }

    @Test
    void cash_comes_out_of_the_drawer_that_is_named_where_it_is_one_of_the_merchants() throws SQLException {
        String payment = sales.paid(sales.cash(Shopper.newSale(), 590));
        refundAt(payment, Rival.of(counter).till())
                .then()
                .statusCode(404)
                .body("code", equalTo("merchants.NOT_FOUND"), "field", equalTo("tillId"));
        refundAt(payment, counter.access().till())
                .then()
                .statusCode(201)
                .body("tenders.kind", equalTo(List.of("CASH")), "amount.amount", equalTo(590));
    }

    private Response refundAt(String payment, String till) {
        return counter.commandAs("cashier")
                .body("{\"reason\":\"returned\",\"tillId\":\"" + till + "\"}")
                .post("api/v1/payments/" + payment + "/refunds");
    }

    @Test
    void a_payment_of_today_is_cancelled_as_a_whole_and_once() {
        Shopper shopper = Shopper.with(counter, 1000);
        String payment = sales.paid(sales.wallet(Shopper.newSale(), 590, shopper.code()));
        sales.payment(payment).then().statusCode(200).body("state", equalTo("SUCCEEDED"), "id", equalTo(payment));
        sales.cancel(payment)
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"), "refunded.amount", equalTo(590), "refunds", hasSize(1));
        assertThat(shopper.balance()).isEqualTo(1000);
        counter.as("manager")
                .get("api/v1/members/" + shopper.id() + "/statement")
                .then()
                .statusCode(200)
                .body("items[0].kind", equalTo("cancellation"), "items[0].amount.amount", equalTo(590));
        sales.cancel(payment).then().statusCode(422).body("code", equalTo("transactions.PAYMENT_NOT_PAID"));
        sales.refund(payment, 1L).then().statusCode(422);
    }

    /** At its list price it is sold, though nobody could price it: so its goods cannot be reckoned with either. */
    @Test
    void a_sale_dearer_than_can_be_priced_is_cancelled_as_a_whole() throws SQLException {
        Rival shop = Rival.of(counter);
        String money = "{\"amount\":2000000000000,\"currency\":\"GBP\"}";
        String payment = shop.made(
                "cashier",
                "payments",
                ("{\"storeId\":\"%s\",\"tillId\":\"%s\",\"saleNumber\":\"%s\",\"amount\":%s,\"shown\":null,"
                                + "\"lines\":[{\"text\":\"Ship\",\"quantity\":1,\"unitAmount\":2000000000000}],"
                                + "\"tenders\":[{\"kind\":\"CASH\",\"amount\":%s,\"received\":null}]}")
                        .formatted(shop.store(), shop.till(), Shopper.newSale(), money, money));
        shop.as("cashier")
                .body("{\"lines\":[{\"line\":1,\"quantity\":1}],\"reason\":\"returned\"}")
                .post("api/v1/payments/" + payment + "/refunds")
                .then()
                .statusCode(422)
                .body("code", equalTo("transactions.LINES_UNKNOWN"));
        shop.as("manager")
                .body("{\"reason\":\"wrong-item\"}")
                .post("api/v1/payments/" + payment + "/cancellation")
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"), "refunded.amount", equalTo(2_000_000_000_000L));
    }

    @Test
    void the_cash_of_a_cancelled_payment_comes_out_of_the_drawer_that_is_named() throws SQLException {
        String payment = sales.paid(sales.cash(Shopper.newSale(), 590));
        cancelAt(payment, Rival.of(counter).till())
                .then()
                .statusCode(404)
                .body("code", equalTo("merchants.NOT_FOUND"), "field", equalTo("tillId"));
        UUID drawer = otherTill();
        cancelAt(payment, drawer.toString()).then().statusCode(200).body("state", equalTo("CANCELLED"));
        assertThat(handedOut(drawer)).isEqualTo(590);
    }

    private Response cancelAt(String payment, String till) {
        return counter.commandAs("manager")
                .body("{\"reason\":\"wrong-item\",\"tillId\":\"" + till + "\"}")
                .post("api/v1/payments/" + payment + "/cancellation");
    }

    private UUID otherTill() throws SQLException {
        UUID till = UUID.randomUUID();
        try (Connection books = counter.parts().connect();
                PreparedStatement insert = books.prepareStatement(
                        "INSERT INTO merchants.till (id, store_id, code, name) VALUES (?, ?, ?, 'Back')")) {
            insert.setObject(1, till);
            insert.setObject(2, UUID.fromString(counter.access().store()));
            insert.setString(3, "B-" + till);
            insert.executeUpdate();
        }
        return till;
    }

    /** How much more cash has come out of a till's drawer than went in. */
    private long handedOut(UUID till) throws SQLException {
        try (Connection books = counter.parts().connect();
                PreparedStatement sum = books.prepareStatement(
                        "SELECT coalesce(sum(p.amount), 0) FROM ledger.account a JOIN ledger.posting p ON p.account_id = a.id"
                                + " WHERE a.kind = 'cash' AND a.owner = ?")) {
            sum.setString(1, "till:" + till);
            try (ResultSet row = sum.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Test
    void a_wallet_takes_no_more_than_the_house_allows() {
        Shopper shopper = Shopper.with(counter, 400_000);
        shopper.topUp(100_001).then().statusCode(422).body("code", equalTo("transactions.WALLET_TOO_FULL"));
        shopper.topUp(100_000).then().statusCode(201).body("balance.amount", equalTo(500_000));
    }

    @Test
    void what_is_no_payment_is_told_with_the_field_at_fault() {
        sales.pay("{}")
                .then()
                .statusCode(400)
                .body("code", equalTo("kernel.FIELD_MISSING"), "field", equalTo("storeId"));
        sales.pay("{").then().statusCode(400).body("code", equalTo("kernel.MALFORMED_REQUEST"));
        sales.pay(sales.wallet(Shopper.newSale(), 590, "123"))
                .then()
                .statusCode(400)
                .body("code", equalTo("members.CODE_NOT_OURS"));
        counter.as("cashier")
                .contentType("application/json")
                .body(sales.cash(Shopper.newSale(), 590))
                .post("api/v1/payments")
                .then()
                .statusCode(400)
                .body("code", equalTo("kernel.KEY_MISSING"));
    }

    /** An address that is there is not said to be missing: who asks for a payment would take it for "there is none". */
    @Test
    void what_cannot_be_asked_is_told_with_the_name_at_fault() {
        for (String[] wrong : new String[][] {{"limit", "abc"}, {"storeId", "x"}, {"storeId", "LON-1"}}) {
            counter.as("cashier")
                    .queryParam(wrong[0], wrong[1])
                    .get("api/v1/payments")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("kernel.FIELD_INVALID"), "field", equalTo(wrong[0]));
        }
        counter.as("cashier")
                .get("api/v1/payments/T1-0042")
                .then()
                .statusCode(404)
                .body("code", equalTo("kernel.NO_SUCH_RESOURCE"));
    }

    @Test
    void what_the_server_itself_refuses_is_told_like_any_other_refusal() {
        String problem = "application/problem+json";
        counter.as("cashier")
                .contentType("application/x-www-form-urlencoded")
                .body("amount=590")
                .post("api/v1/payments")
                .then()
                .statusCode(415)
                .contentType(problem)
                .body("code", equalTo("kernel.CONTENT_TYPE_UNSUPPORTED"), "status", equalTo(415));
        counter.as("cashier")
                .delete("api/v1/payments")
                .then()
                .statusCode(405)
                .contentType(problem)
                .header("Allow", containsString("POST"))
                .body("code", equalTo("kernel.METHOD_NOT_ALLOWED"), "status", equalTo(405));
        counter.as("cashier")
                .accept("text/html")
                .get("api/v1/payments")
                .then()
                .statusCode(406)
                .contentType(problem)
                .body("code", equalTo("kernel.NOT_ACCEPTABLE"), "status", equalTo(406));
    }

    @Test
    void a_card_names_a_customer_at_a_gate_and_not_at_a_till() {
        sales.pay(sales.wallet(Shopper.newSale(), 590, "IT0042"))
                .then()
                .statusCode(400)
                .body("code", equalTo("members.CODE_NOT_OURS"));
    }

    @Test
    void an_analyst_looks_but_takes_no_money() {
        String key = UUID.randomUUID().toString();
        sales.payAs("analyst", key, sales.cash(Shopper.newSale(), 590)).then().statusCode(403);
        counter.as("analyst")
                .queryParam("limit", 5)
                .get("api/v1/payments")
                .then()
                .statusCode(200);
        counter.anybody().get("api/v1/payments").then().statusCode(401);
    }

    @Test
    void a_payment_nobody_knows_is_not_found() {
        String unknown = UUID.randomUUID().toString();
        for (Response answer : List.of(sales.payment(unknown), sales.refund(unknown, null), sales.cancel(unknown))) {
            answer.then().statusCode(404).body("code", equalTo("transactions.NO_SUCH_PAYMENT"));
        }
    }

    @Test
    void payments_are_found_by_their_sale_their_state_and_page_by_page() {
        String sale = Shopper.newSale();
        sales.paid(sales.cash(sale + "-1", 100));
        sales.paid(sales.cash(sale + "-2", 200));
        sales.paid(sales.cash(sale + "-3", 300));
        counter.as("cashier")
                .queryParam("saleNumber", sale + "-2")
                .get("api/v1/payments")
                .then()
                .body("items", hasSize(1), "items[0].amount.amount", equalTo(200));
        Response first = page(sale, null);
        first.then().body("items.amount.amount", equalTo(List.of(300, 200)), "after", notNullValue());
        page(sale, first.path("after")).then().body("items.amount.amount", equalTo(List.of(100)), "after", nullValue());
        counter.as("cashier")
                .queryParam("after", "nonsense")
                .get("api/v1/payments")
                .then()
                .statusCode(400)
                .body("code", equalTo("kernel.BAD_CURSOR"));
    }

    @Test
    void the_payments_of_a_till_are_found_however_many_others_its_store_took_since() throws SQLException {
        String till = otherTill().toString();
        String sale = Shopper.newSale();
        sales.paid(sales.cash(sale, 100).replace(counter.access().till(), till));
        for (int later = 1; later <= 3; later++) {
            sales.paid(sales.cash(sale + "-" + later, 100));
        }
        ofTill(till).then().statusCode(200).body("items.saleNumber", equalTo(List.of(sale)), "after", nullValue());
    }

    private Response ofTill(String till) {
        return counter.as("cashier")
                .queryParam("storeId", counter.access().store())
                .queryParam("tillId", till)
                .queryParam("limit", 2)
                .get("api/v1/payments");
    }

    private Response page(String sale, @Nullable String after) {
        RequestSpecification request = counter.as("cashier")
                .queryParam("text", sale)
                .queryParam("tender", "CASH")
                .queryParam("state", "SUCCEEDED")
                .queryParam("limit", 2);
        return (after == null ? request : request.queryParam("after", after)).get("api/v1/payments");
    }
}
