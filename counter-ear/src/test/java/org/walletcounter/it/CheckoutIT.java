package org.walletcounter.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Sales priced with promotions, vouchers and points, paid and taken back through the API. The merchant is everybody's, so each
 * test ends the campaigns and programmes that it began, and the books are checked after each.
 */
@WithCounter
class CheckoutIT {

    private static final String FIVE_OFF = "\"benefit\":{\"kind\":\"ladder\",\"steps\":[{\"from\":1000,\"off\":500}]}";

    private RunningCounter counter;
    private Sales sales;
    private String code;
    private final List<String> promotions = new ArrayList<>();
    private final List<String> programmes = new ArrayList<>();

    @BeforeEach
    void open(RunningCounter running) {
        counter = running;
        sales = new Sales(running);
        code = "IT-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    @AfterEach
    void end() {
        promotions.forEach(id -> act(id, 1, "end", "manager"));
        programmes.forEach(this::close);
        assertThat(findings()).isEmpty();
    }

    @Test
    void a_full_reduction_is_applied_paid_and_stands_in_the_books() {
        promotion("\"benefit\":{\"kind\":\"ladder\",\"steps\":[{\"from\":1000,\"off\":200}]}", "");
        Basket basket = new Basket(5, 300);
        quote(basket, null, "{}")
                .then()
                .statusCode(200)
                .body("payable.amount", equalTo(1300))
                .body("quote.trace[0].amount", equalTo(-200))
                .body("lines[0].amount", equalTo(1300));
        JsonPath paid = pay(basket, 1300, null, "{}", "CASH")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        assertThat(paid.getInt("pricing.list")).isEqualTo(1500);
        assertThat(paid.getInt("pricing.reductions[0].amount")).isEqualTo(200);
        sales.payment(paid.getString("id")).then().body("pricing.reductions[0].amount", equalTo(200));
    }

    @Test
    void an_amount_that_is_not_the_price_is_refused_and_nothing_is_taken() {
        promotion("\"benefit\":{\"kind\":\"ladder\",\"steps\":[{\"from\":1000,\"off\":200}]}", "");
        pay(new Basket(5, 300), 1500, null, "{}", "CASH")
                .then()
                .statusCode(409)
                .body("code", equalTo("transactions.AMOUNT_IS_NOT_TOTAL"));
    }

    @Test
    void a_members_voucher_is_used_without_anyone_asking_and_once() {
        Shopper shopper = Shopper.with(counter, 10_000);
        String campaign = voucher(500, 10);
        grant(campaign, shopper);
        Basket basket = new Basket(1, 2000);
        quote(basket, shopper.code(), "{}").then().body("payable.amount", equalTo(1500));
        pay(basket, 1500, shopper.code(), "{}", "WALLET").then().statusCode(201);
        assertThat(shopper.balance()).isEqualTo(8500);
        quote(new Basket(1, 2000), shopper.code(), "{}").then().body("payable.amount", equalTo(2000));
        counter.as("cashier")
                .get("api/v1/vouchers?all=true&memberId=" + shopper.id())
                .then()
                .body("items.state", hasItem("USED"));
    }

    /** saleor/saleor#10925: the money was taken and no order came of it, because the cart had become invalid meanwhile. */
    @Test
    void a_basket_that_became_invalid_takes_no_money_and_is_a_whole_sale_once_it_is_priced_anew() {
        Shopper shopper = Shopper.with(counter, 10_000);
        grant(voucher(500, 10), shopper);
        Basket basket = new Basket(1, 2000);
        quote(basket, shopper.code(), "{}").then().body("payable.amount", equalTo(1500));
        pay(new Basket(1, 2000), 1500, shopper.code(), "{}", "WALLET").then().statusCode(201);
        pay(basket, 1500, shopper.code(), "{}", "WALLET").then().statusCode(409);
        assertThat(shopper.balance()).as("only the other sale was paid").isEqualTo(8500);
        pay(basket, 2000, shopper.code(), "{}", "WALLET")
                .then()
                .statusCode(201)
                .body("saleNumber", equalTo(basket.sale()), "state", equalTo("SUCCEEDED"))
                .body("lines[0].amount", equalTo(2000));
        assertThat(shopper.balance()).isEqualTo(6500);
    }

    @Test
    void one_voucher_at_many_tills_at_once_is_used_once() {
        Shopper shopper = Shopper.with(counter, 100_000);
        grant(voucher(500, 10), shopper);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String shown = shopper.code();
            calls.add(
                    () -> pay(new Basket(1, 2000), 1500, shown, "{}", "WALLET").statusCode());
        }
        List<Integer> answers = Sales.atOnce(calls);
        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(shopper.balance()).isEqualTo(98_500);
    }

    @Test
    void points_pay_are_earned_on_what_is_paid_and_go_back_with_the_goods() {
        programme();
        Shopper shopper = Shopper.with(counter, 100_000);
        JsonPath first = pay(new Basket(1, 50_000), 50_000, shopper.code(), "{}", "WALLET")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        assertThat(first.getInt("pointsEarned")).isGreaterThanOrEqualTo(500);
        JsonPath offered = quote(new Basket(2, 1000), shopper.code(), "{\"points\":100000}")
                .jsonPath();
        long payable = offered.getLong("payable.amount");
        assertThat(payable).isLessThan(2000);
        Basket basket = new Basket(2, 1000);
        JsonPath paid = pay(basket, payable, shopper.code(), "{\"points\":100000}", "WALLET")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        long spent = paid.getLong("pricing.pointsSpent");
        assertThat(spent).isPositive();
        calculation(paid.getString("id"), 1, 1).then().statusCode(200);
        long earned = 20 - spent / 100;
        assertThat(available(shopper)).isEqualTo(500 - spent + earned);
        back(paid.getString("id"), 1, 1).then().statusCode(201);
        back(paid.getString("id"), 1, 1).then().statusCode(201);
        assertThat(available(shopper)).isEqualTo(500);
        sales.payment(paid.getString("id")).then().body("refunded.amount", equalTo((int) payable));
        pay(new Basket(1, 1000), 1000, null, "{\"points\":100}", "CASH")
                .then()
                .statusCode(400)
                .body("code", equalTo("transactions.POINTS_NEED_PAYER"));
    }

    @Test
    void returning_goods_takes_back_a_discount_that_the_rest_would_not_have_got() {
        promotion("\"benefit\":{\"kind\":\"ladder\",\"steps\":[{\"from\":3000,\"off\":600}]}", "");
        Basket basket = new Basket(6, 500);
        String id = pay(basket, 2400, null, "{}", "CASH")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        JsonPath asked = calculation(id, 1, 5).then().statusCode(200).extract().jsonPath();
        assertThat(asked.getLong("amount.amount")).isEqualTo(1900);
        assertThat(asked.getLong("plan.withheld")).isEqualTo(100);
        sales.payment(id).then().body("refunded.amount", equalTo(0));
        back(id, 1, 5).then().statusCode(201).body("amount.amount", equalTo(1900));
        back(id, 1, 2).then().statusCode(422).body("code", equalTo("transactions.RETURNS_MORE_THAN_SOLD"));
        back(id, 1, 1).then().statusCode(201).body("amount.amount", equalTo(500));
        back(id, 1, 1).then().statusCode(422).body("code", equalTo("transactions.NOTHING_LEFT"));
    }

    @Test
    void a_sale_called_back_ends_where_it_began() {
        programme();
        promotion("\"benefit\":{\"kind\":\"ladder\",\"steps\":[{\"from\":1000,\"off\":200}]}", "\"budget\":100000");
        Shopper shopper = Shopper.with(counter, 10_000);
        grant(voucher(300, 10), shopper);
        String id = pay(new Basket(2, 1000), 1500, shopper.code(), "{}", "WALLET")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        sales.cancel(id).then().statusCode(200).body("state", equalTo("CANCELLED"));
        assertThat(shopper.balance()).isEqualTo(10_000);
        assertThat(available(shopper)).isZero();
        counter.as("manager")
                .get("api/v1/promotions/campaigns/" + promotions.get(0))
                .then()
                .body("budgetLeft", equalTo(100_000));
        counter.as("cashier")
                .get("api/v1/vouchers?memberId=" + shopper.id())
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void a_sale_of_which_something_came_back_that_cost_nothing_is_not_called_back() {
        Shopper shopper = Shopper.with(counter, 10_000);
        grant(voucher(500, 10), shopper);
        String id = sales.pay(body(new Basket(2, 250), 0, shopper.code(), "{}", "[]"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        back(id, 1, 1).then().statusCode(201).body("amount.amount", equalTo(0));
        sales.cancel(id).then().statusCode(422).body("code", equalTo("transactions.TOO_LATE_TO_CANCEL"));
        sales.payment(id).then().body("state", equalTo("SUCCEEDED"));
        back(id, 1, 1).then().statusCode(201);
    }

    @Test
    void goods_of_a_currency_with_small_units_come_back_line_by_line() {
        String id = pay(new Basket(List.of(1, 1, 1), 3_000_000_000L), 9_000_000_000L, null, "{}", "CASH")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        counter.commandAs("cashier")
                .body("{\"lines\":[{\"line\":1,\"quantity\":1},{\"line\":3,\"quantity\":1}],\"reason\":\"returned\"}")
                .post("api/v1/payments/" + id + "/refunds")
                .then()
                .statusCode(201)
                .body("amount.amount", equalTo(6_000_000_000L));
        sales.cancel(id).then().statusCode(422);
        back(id, 2, 1).then().statusCode(201).body("amount.amount", equalTo(3_000_000_000L));
    }

    @Test
    void goods_whose_money_went_back_before_come_back_without_any() {
        String id = pay(new Basket(2, 1000), 2000, null, "{}", "CASH")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        counter.commandAs("cashier")
                .body("{\"amount\":" + sales.money(2000) + ",\"reason\":\"goodwill\"}")
                .post("api/v1/payments/" + id + "/refunds")
                .then()
                .statusCode(201);
        calculation(id, 1, 1).then().statusCode(200).body("amount.amount", equalTo(0));
        back(id, 1, 1).then().statusCode(201).body("amount.amount", equalTo(0)).body("journalId", nullValue());
        back(id, 1, 1).then().statusCode(201);
        back(id, 1, 1).then().statusCode(422).body("code", equalTo("transactions.NOTHING_LEFT"));
        sales.payment(id).then().body("refunded.amount", equalTo(2000)).body("refunds", hasSize(3));
    }

    @Test
    void whatever_comes_back_in_whatever_parts_the_sale_ends_where_it_began() {
        programme();
        promotion(
                "\"benefit\":{\"kind\":\"ladder\",\"steps\":[{\"from\":1000,\"off\":170},{\"from\":3000,\"off\":700}]}",
                "\"budget\":1000000");
        promotion("\"benefit\":{\"kind\":\"percentOff\",\"basisPoints\":333}", "\"budget\":1000000");
        String campaign = voucher(299, 100);
        for (long seed = 1; seed <= 8; seed++) {
            Random random = new Random(seed);
            Shopper shopper = Shopper.with(counter, 100_000);
            pay(new Basket(1, 20_000), price(new Basket(1, 20_000), shopper, 0), shopper.code(), "{}", "WALLET")
                    .then()
                    .statusCode(201);
            grant(campaign, shopper);
            long money = shopper.balance();
            long points = available(shopper);
            List<Integer> pieces = List.of(1 + random.nextInt(4), 1 + random.nextInt(3), 1 + random.nextInt(2));
            Basket basket = new Basket(pieces, 101 + random.nextInt(900));
            long spending = random.nextBoolean() ? 100 : 0;
            String id = pay(
                            basket,
                            price(basket, shopper, spending),
                            shopper.code(),
                            "{\"points\":" + spending + "}",
                            "WALLET")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            inAnyParts(id, pieces, random);
            assertThat(shopper.balance()).as("money, seed " + seed).isEqualTo(money);
            assertThat(available(shopper)).as("points, seed " + seed).isEqualTo(points);
            counter.as("cashier")
                    .get("api/v1/vouchers?memberId=" + shopper.id())
                    .then()
                    .body("items", hasSize(1));
        }
    }

    private long price(Basket basket, Shopper shopper, long points) {
        return quote(basket, shopper.code(), "{\"points\":" + points + "}")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("payable.amount");
    }

    private void inAnyParts(String payment, List<Integer> pieces, Random random) {
        List<Integer> lines = new ArrayList<>();
        for (int line = 0; line < pieces.size(); line++) {
            lines.addAll(Collections.nCopies(pieces.get(line), line + 1));
        }
        Collections.shuffle(lines, random);
        for (int line : lines) {
            calculation(payment, line, 1).then().statusCode(200);
            back(payment, line, 1).then().statusCode(201);
        }
    }

    @Test
    void a_price_list_stands_in_for_the_catalogue_and_is_known_at_a_return() {
        String sku = "PL-" + code;
        counter.commandAs("manager")
                .body(
                        "{\"sku\":\"%s\",\"nameEn\":\"Lamp\",\"nameZh\":\"灯\",\"category\":\"Tests\",\"price\":%s,\"active\":true}"
                                .formatted(sku, sales.money(1000)))
                .post("api/v1/products")
                .then()
                .statusCode(201);
        String list = "{\"names\":{\"en\":\"Club price\",\"zh\":\"会员价\"},\"currency\":\""
                + counter.access().currency()
                + "\",\"when\":{\"kind\":\"members\"},\"from\":\""
                + Instant.now().minusSeconds(60)
                + "\",\"unitAmounts\":{\"" + sku + "\":800}}";
        String id = counter.commandAs("manager")
                .body(list)
                .post("api/v1/promotions/price-lists")
                .then()
                .log()
                .ifError()
                .statusCode(201)
                .extract()
                .path("id");
        Shopper shopper = Shopper.with(counter, 10_000);
        Basket basket = new Basket(2, 0);
        String lines = "[{\"sku\":\"" + sku + "\",\"quantity\":2}]";
        String asked = body(basket, 1600, shopper.code(), "{}", tenders("WALLET", 1600))
                .replace(basket.lines(), lines);
        String paid = sales.pay(asked).then().statusCode(201).extract().path("id");
        sales.payment(paid).then().body("pricing.reductions[0].nameEn", equalTo("Club price"));
        counter.commandAs("manager")
                .post("api/v1/promotions/price-lists/" + id + "/end")
                .then()
                .statusCode(200);
        back(paid, 1, 1).then().statusCode(201).body("amount.amount", equalTo(800));
        String anonymous = body(new Basket(2, 0), 2000, null, "{}", tenders("CASH", 2000));
        sales.pay(anonymous.replace(new Basket(2, 0).lines(), lines)).then().statusCode(201);
    }

    /** Else the sales that a list prices would fail one by one, or all of them. */
    @Test
    void a_definition_that_no_table_could_hold_is_refused_at_its_field() {
        String list = "{\"names\":{\"en\":\"Gold\",\"zh\":\"%s\"},\"currency\":\"GBP\",\"from\":\"%s\","
                + "\"unitAmounts\":{\"PL-" + code + "\":800}}";
        unreadable("price-lists", list.formatted("金\\u0000", Instant.now())).body("field", equalTo("names.zh"));
        unreadable("price-lists", list.formatted("金", "+300000-01-01T00:00:00Z"))
                .body("field", equalTo("from"));
        for (String what : List.of("price-lists", "campaigns", "back-tests")) {
            unreadable(what, "{\"terms\":1e99999999999}");
        }
    }

    private ValidatableResponse unreadable(String what, String body) {
        return counter.commandAs("manager")
                .body(body)
                .post("api/v1/promotions/" + what)
                .then()
                .statusCode(400)
                .body("code", equalTo("promotions.DEFINITION_UNREADABLE"));
    }

    @Test
    void promotions_go_by_the_brand_and_the_tags_of_the_catalogue() {
        String plain = labelled("PL-" + code, "", "");
        String branded = labelled("BR-" + code, "Brand " + code, "");
        String tagged = labelled("TG-" + code, "", "\"tag " + code + "\"");
        promotion(
                "{\"brands\":[\"Brand " + code + "\"]}",
                "\"benefit\":{\"kind\":\"percentOff\",\"basisPoints\":2000}",
                "");
        promotion(
                "{\"tags\":[\"tag " + code + "\"]}", "\"benefit\":{\"kind\":\"percentOff\",\"basisPoints\":5000}", "");
        String lines = Stream.of(plain, branded, tagged)
                .map(sku -> "{\"sku\":\"" + sku + "\",\"quantity\":1}")
                .collect(Collectors.joining(",", "[", "]"));
        Basket basket = new Basket(1, 0);
        String asked = body(basket, 2300, null, "{}", tenders("CASH", 2300)).replace(basket.lines(), lines);
        JsonPath paid = sales.pay(asked).then().statusCode(201).extract().jsonPath();
        assertThat(paid.getList("lines.amount", Integer.class)).containsExactly(1000, 800, 500);
        back(paid.getString("id"), 2, 1).then().statusCode(201).body("amount.amount", equalTo(800));
    }

    private String labelled(String sku, String brand, String tags) {
        counter.commandAs("manager")
                .body(("{\"sku\":\"%s\",\"nameEn\":\"Lamp\",\"nameZh\":\"灯\",\"category\":\"Tests\",\"brand\":\"%s\","
                                + "\"tags\":[%s],\"price\":%s,\"active\":true}")
                        .formatted(sku, brand, tags, sales.money(1000)))
                .post("api/v1/products")
                .then()
                .statusCode(201);
        return sku;
    }

    @Test
    void a_voucher_may_pay_for_everything() {
        Shopper shopper = Shopper.with(counter, 0);
        grant(voucher(500, 10), shopper);
        String id = sales.pay(body(new Basket(1, 400), 0, shopper.code(), "{}", "[]"))
                .then()
                .statusCode(201)
                .body("amount.amount", equalTo(0))
                .extract()
                .path("id");
        back(id, 1, 1).then().statusCode(201).body("amount.amount", equalTo(0));
        back(id, 1, 1).then().statusCode(422);
    }

    @Test
    void a_sale_at_list_prices_gives_back_piece_by_piece_too() {
        Basket basket = new Basket(3, 333);
        String id = sales.pay(body(basket, 999, null, null, tenders("CASH", 999)))
                .then()
                .statusCode(201)
                .body("pricing", nullValue())
                .extract()
                .path("id");
        back(id, 1, 2).then().statusCode(201).body("amount.amount", equalTo(666));
        sales.payment(id).then().body("returned[0].line", equalTo(1), "returned[0].quantity", equalTo(2));
        calculation(id, 1, 2).then().statusCode(422).body("code", equalTo("transactions.RETURNS_MORE_THAN_SOLD"));
        sales.refund(id, null).then().statusCode(201).body("amount.amount", equalTo(333));
    }

    @Test
    void cash_back_comes_into_the_wallet_when_it_is_due() throws InterruptedException {
        promotion("\"benefit\":{\"kind\":\"cashBack\",\"basisPoints\":1000,\"pendingDays\":0}", "");
        Shopper shopper = Shopper.with(counter, 10_000);
        pay(new Basket(1, 2000), 2000, shopper.code(), "{}", "WALLET").then().statusCode(201);
        Instant patience = Instant.now().plus(Duration.ofSeconds(20));
        while (shopper.balance() != 8200 && Instant.now().isBefore(patience)) {
            Thread.sleep(500);
        }
        assertThat(shopper.balance()).isEqualTo(8200);
    }

    @Test
    void cash_back_that_was_paid_out_is_claimed_when_its_goods_come_back() throws InterruptedException {
        promotion("\"benefit\":{\"kind\":\"cashBack\",\"basisPoints\":1000,\"pendingDays\":0}", "");
        Shopper shopper = Shopper.with(counter, 2_000);
        String id = pay(new Basket(2, 1000), 2000, shopper.code(), "{}", "CASH")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        waitFor(shopper, 2200);
        JsonPath asked = calculation(id, 1, 1).then().statusCode(200).extract().jsonPath();
        assertThat(asked.getLong("cashBackTaken")).isEqualTo(100);
        assertThat(asked.getLong("cashBackOwed")).isZero();
        assertThat(shopper.balance()).isEqualTo(2200);
        back(id, 1, 1).then().statusCode(201).body("cashBackTaken", equalTo(100));
        assertThat(shopper.balance()).isEqualTo(2100);
        act(promotions.remove(0), 1, "end", "manager");
        shopper.limit(2050, 2050);
        pay(new Basket(1, 2050), 2050, shopper.code(), "{}", "WALLET").then().statusCode(201);
        back(id, 1, 1).then().statusCode(201).body("cashBackTaken", equalTo(50), "cashBackOwed", equalTo(50));
        assertThat(shopper.balance()).isZero();
        promotion("\"benefit\":{\"kind\":\"cashBack\",\"basisPoints\":1000,\"pendingDays\":0}", "");
        pay(new Basket(1, 2000), 2000, shopper.code(), "{}", "CASH").then().statusCode(201);
        waitFor(shopper, 150);
    }

    /** Closing wants empty wallets, so nothing is there to be claimed from; the goods come back all the same. */
    @Test
    void goods_of_a_member_who_has_left_come_back_though_their_cash_back_was_paid_out() throws InterruptedException {
        promotion("\"benefit\":{\"kind\":\"cashBack\",\"basisPoints\":1000,\"pendingDays\":0}", "");
        Shopper shopper = Shopper.with(counter, 1_000);
        String id = pay(new Basket(2, 1000), 2000, shopper.code(), "{}", "CASH")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        waitFor(shopper, 1200);
        act(promotions.remove(0), 1, "end", "manager");
        pay(new Basket(1, 1200), 1200, shopper.code(), "{}", "WALLET").then().statusCode(201);
        counter.commandAs("manager")
                .body("{\"state\":\"CLOSED\"}")
                .post("api/v1/members/" + shopper.id() + "/state")
                .then()
                .statusCode(200);
        calculation(id, 1, 1).then().statusCode(200).body("cashBackOwed", equalTo(100));
        back(id, 1, 1).then().statusCode(201).body("cashBackTaken", equalTo(0), "cashBackOwed", equalTo(100));
        sales.payment(id).then().body("returned[0].quantity", equalTo(1));
    }

    @Test
    void money_out_of_the_wallet_of_a_member_who_has_left_comes_back_in_cash() {
        Shopper shopper = Shopper.with(counter, 2000);
        String id = pay(new Basket(2, 1000), 2000, shopper.code(), "{}", "WALLET")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        counter.commandAs("manager")
                .body("{\"state\":\"CLOSED\"}")
                .post("api/v1/members/" + shopper.id() + "/state")
                .then()
                .statusCode(200);
        calculation(id, 1, 1).then().statusCode(200).body("tenders[0].kind", equalTo("CASH"));
        back(id, 1, 1)
                .then()
                .statusCode(201)
                .body(
                        "tenders",
                        hasSize(1),
                        "tenders[0].kind",
                        equalTo("CASH"),
                        "tenders[0].amount.amount",
                        equalTo(1000));
        sales.cancel(id).then().statusCode(422);
        back(id, 1, 1).then().statusCode(201);
        back(id, 1, 1).then().statusCode(422).body("code", equalTo("transactions.NOTHING_LEFT"));
    }

    @Test
    void a_campaign_that_somebody_has_had_is_left_out_of_their_next_price() {
        promotion(FIVE_OFF, "\"person\":1");
        Shopper shopper = Shopper.with(counter, 10_000);
        Basket first = new Basket(1, 2000);
        quote(first, shopper.code(), "{}").then().body("payable.amount", equalTo(1500));
        pay(first, 1500, shopper.code(), "{}", "WALLET").then().statusCode(201);
        Basket next = new Basket(1, 2000);
        quote(next, shopper.code(), "{}")
                .then()
                .statusCode(200)
                .body("payable.amount", equalTo(2000))
                .body("quote.verdicts.find { it.id == '" + promotions.get(0) + "' }.reason", equalTo("USED_UP"));
        pay(next, 2000, shopper.code(), "{}", "WALLET").then().statusCode(201).body("pricing", nullValue());
        pay(new Basket(1, 2000), 1500, Shopper.with(counter, 2000).code(), "{}", "WALLET")
                .then()
                .statusCode(201);
    }

    @Test
    void a_budget_that_does_not_hold_a_reduction_any_more_leaves_it_out_of_the_price() {
        promotion(FIVE_OFF, "\"budget\":700");
        pay(new Basket(1, 2000), 1500, null, "{}", "CASH").then().statusCode(201);
        Basket next = new Basket(1, 2000);
        quote(next, null, "{}")
                .then()
                .statusCode(200)
                .body("payable.amount", equalTo(2000))
                .body("quote.verdicts.find { it.id == '" + promotions.get(0) + "' }.reason", equalTo("USED_UP"));
        pay(next, 2000, null, "{}", "CASH").then().statusCode(201);
        counter.as("manager")
                .get("api/v1/promotions/campaigns/" + promotions.get(0))
                .then()
                .body("budgetLeft", equalTo(200));
    }

    @Test
    void a_voucher_whose_campaign_has_no_budget_left_stays_in_hand_and_the_sale_is_paid() {
        String campaign = voucher(500, "\"total\":10,\"budget\":500");
        Shopper first = Shopper.with(counter, 10_000);
        Shopper second = Shopper.with(counter, 10_000);
        grant(campaign, first);
        grant(campaign, second);
        pay(new Basket(1, 2000), 1500, first.code(), "{}", "WALLET").then().statusCode(201);
        Basket basket = new Basket(1, 2000);
        quote(basket, second.code(), "{}")
                .then()
                .statusCode(200)
                .body("payable.amount", equalTo(2000))
                .body("quote.verdicts.find { it.voucher }.reason", equalTo("USED_UP"));
        pay(basket, 2000, second.code(), "{}", "WALLET").then().statusCode(201);
        assertThat(second.balance()).isEqualTo(8000);
        counter.as("cashier")
                .get("api/v1/vouchers?memberId=" + second.id())
                .then()
                .body("items", hasSize(1));
    }

    private static void waitFor(Shopper shopper, long balance) throws InterruptedException {
        Instant patience = Instant.now().plus(Duration.ofSeconds(60));
        while (shopper.balance() != balance && Instant.now().isBefore(patience)) {
            Thread.sleep(500);
        }
        assertThat(shopper.balance()).isEqualTo(balance);
    }

    /** Open lines of so many pieces, each piece of so many minor units. */
    private record Basket(String sale, List<Integer> pieces, long each) {
        Basket(int pieces, long each) {
            this(List.of(pieces), each);
        }

        Basket(List<Integer> pieces, long each) {
            this(Shopper.newSale(), pieces, each);
        }

        String lines() {
            return pieces.stream()
                    .map(some -> "{\"text\":\"Goods\",\"quantity\":" + some + ",\"unitAmount\":" + each + "}")
                    .collect(Collectors.joining(",", "[", "]"));
        }
    }

    private Response quote(Basket basket, @Nullable String shown, String pricing) {
        return counter.as("cashier")
                .contentType("application/json")
                .body("{" + place(basket, shown) + ",\"pricing\":" + pricing + ",\"tenders\":[\"WALLET\"]}")
                .post("api/v1/payments/quote");
    }

    private Response pay(Basket basket, long minor, @Nullable String shown, String pricing, String kind) {
        return sales.pay(body(basket, minor, shown, pricing, tenders(kind, minor)));
    }

    private String tenders(String kind, long minor) {
        return "[{\"kind\":\"" + kind + "\",\"amount\":" + sales.money(minor) + ",\"received\":null}]";
    }

    private String body(Basket basket, long minor, @Nullable String shown, @Nullable String pricing, String tenders) {
        return "{" + place(basket, shown) + ",\"pricing\":" + pricing + ",\"amount\":" + sales.money(minor)
                + ",\"tenders\":" + tenders + "}";
    }

    private String place(Basket basket, @Nullable String shown) {
        return "\"storeId\":\"" + counter.access().store() + "\",\"tillId\":\""
                + counter.access().till() + "\",\"saleNumber\":\"" + basket.sale() + "\",\"lines\":" + basket.lines()
                + ",\"shown\":" + (shown == null ? "null" : "\"" + shown + "\"");
    }

    private Response calculation(String payment, int line, int pieces) {
        return counter.as("cashier")
                .contentType("application/json")
                .body(goods(line, pieces))
                .post("api/v1/payments/" + payment + "/refunds/calculation");
    }

    private Response back(String payment, int line, int pieces) {
        return counter.commandAs("cashier").body(goods(line, pieces)).post("api/v1/payments/" + payment + "/refunds");
    }

    private static String goods(int line, int pieces) {
        return "{\"lines\":[{\"line\":" + line + ",\"quantity\":" + pieces + "}],\"reason\":\"returned\"}";
    }

    /** A campaign that only this test's day sees: it is ended afterwards. */
    private void promotion(String benefit, String limits) {
        promotion("{}", benefit, limits);
    }

    private void promotion(String goods, String benefit, String limits) {
        String terms = "{\"names\":{\"en\":\"Test " + code + "\",\"zh\":\"测试 " + code + "\"},\"currency\":\""
                + counter.access().currency()
                + "\",\"when\":{\"kind\":\"all\",\"of\":[]},\"on\":" + goods + "," + benefit
                + ",\"stacking\":{\"group\":\"\",\"atMost\":1000,\"perCategory\":1000,\"excludes\":[],\"priority\":0,"
                + "\"base\":\"DISCOUNTED\"},\"funding\":{\"parts\":[{\"party\":\"merchant\",\"basisPoints\":6000},"
                + "{\"party\":\"supplier:tea\",\"basisPoints\":4000}]}}";
        String id = counter.commandAs("manager")
                .body("{\"terms\":" + terms + ",\"from\":\"" + Instant.now().minusSeconds(60) + "\",\"until\":null,"
                        + "\"limits\":{" + limits + "}}")
                .post("api/v1/promotions/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        promotions.add(id);
        act(id, 1, "submit", "manager").then().statusCode(200);
        act(id, 1, "approve", "administrator").then().statusCode(200);
    }

    private Response act(String id, int version, String act, String role) {
        return counter.commandAs(role).post("api/v1/promotions/campaigns/" + id + "/" + act + "?version=" + version);
    }

    private String voucher(long off, int total) {
        return voucher(off, "\"total\":" + total);
    }

    private String voucher(long off, String quantity) {
        String form = ("{\"code\":\"%s\",\"nameEn\":\"Off\",\"nameZh\":\"立减\",\"currency\":\"%s\","
                        + "\"worth\":{\"kind\":\"AMOUNT\",\"off\":%d},\"openFrom\":\"%s\",\"openUntil\":\"%s\","
                        + "\"validDays\":14,\"comesBack\":true,\"way\":\"GRANT\",%s}")
                .formatted(
                        code,
                        counter.access().currency(),
                        off,
                        Instant.now().minusSeconds(60),
                        Instant.now().plus(Duration.ofDays(30)),
                        quantity);
        String id = counter.commandAs("manager")
                .body(form)
                .post("api/v1/voucher-campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        counter.commandAs("manager")
                .body("{\"state\":\"LIVE\"}")
                .post("api/v1/voucher-campaigns/" + id + "/state")
                .then()
                .statusCode(200);
        return id;
    }

    private void grant(String campaign, Shopper shopper) {
        counter.commandAs("manager")
                .body("{\"memberIds\":[\"" + shopper.id() + "\"]}")
                .post("api/v1/voucher-campaigns/" + campaign + "/grants")
                .then()
                .statusCode(201)
                .body("granted", equalTo(1));
    }

    private void programme() {
        String id = counter.commandAs("manager")
                .body(programme(true))
                .post("api/v1/points-programmes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        programmes.add(id);
    }

    private void close(String id) {
        counter.as("manager")
                .contentType("application/json")
                .body(programme(false))
                .put("api/v1/points-programmes/" + id)
                .then()
                .statusCode(200);
    }

    private String programme(boolean active) {
        return "{\"code\":\"p-" + code + "\",\"nameEn\":\"House points\",\"nameZh\":\"本店积分\",\"active\":" + active
                + ",\"earning\":{\"basis\":\"AMOUNT\",\"points\":1,\"perMinor\":100,\"pendingDays\":0,\"multipliers\":[]},"
                + "\"lots\":{\"expiry\":\"AFTER_DAYS\",\"days\":365,\"returnDays\":30},"
                + "\"exchange\":{\"points\":100,\"minor\":100,\"least\":100,\"percent\":50,\"cap\":null,\"from\":null,"
                + "\"until\":null}}";
    }

    /** What the shopper may spend in this test's programme. */
    private long available(Shopper shopper) {
        return counter.as("cashier")
                .get("api/v1/members/" + shopper.id() + "/points")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("points.find { it.programmeId == '" + programmes.get(0) + "' }?.available ?: 0");
    }

    private List<Object> findings() {
        List<Object> all = new ArrayList<>(counter.as("administrator")
                .get("api/v1/ledger/check")
                .jsonPath()
                .getList("findings"));
        all.addAll(counter.as("administrator")
                .get("api/v1/vouchers/check")
                .jsonPath()
                .getList("items"));
        return all;
    }
}
