package org.walletcounter.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tax and cash rounding through the API, each test with a merchant of its own: a rate that has begun cannot be taken back. */
@WithCounter
class TaxIT {

    private RunningCounter counter;
    private Rival shop;

    @BeforeEach
    void found(RunningCounter running) throws SQLException {
        counter = running;
        shop = Rival.of(counter);
    }

    @AfterEach
    void the_books_are_right() throws SQLException {
        assertThat(counter.as("administrator")
                        .get("api/v1/ledger/check")
                        .jsonPath()
                        .getList("findings"))
                .isEmpty();
        try (Connection books = counter.parts().connect();
                ResultSet row = books.createStatement()
                        .executeQuery(
                                "SELECT string_agg(subject || ': ' || detail, ';') FROM reporting.differences()")) {
            row.next();
            assertThat(row.getString(1)).isNull();
        }
    }

    @Test
    void a_rate_is_added_for_later_taken_back_and_never_changed_once_begun() {
        String later = rate("VAT", 2000, today().plusDays(1), true)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        rate("VAT", 1900, today().plusDays(1), true)
                .then()
                .statusCode(409)
                .body("code", equalTo("merchants.NAME_TAKEN"));
        rate("VAT", 1900, today().minusDays(1), true)
                .then()
                .statusCode(409)
                .body("code", equalTo("merchants.TAX_RATE_BEGUN"));
        rate("V A T", 1900, today(), true).then().statusCode(400).body("field", equalTo("code"));
        shop.as("manager").delete("api/v1/tax-rates/" + later).then().statusCode(204);
        String begun = rate("VAT", 2000, today(), true)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        shop.as("manager")
                .delete("api/v1/tax-rates/" + begun)
                .then()
                .statusCode(409)
                .body("code", equalTo("merchants.TAX_RATE_BEGUN"));
        shop.as("cashier").get("api/v1/tax-rates").then().body("items", hasSize(1));
        product("NONE", "").then().statusCode(201);
        product("OTHER", "NEVER").then().statusCode(400).body("field", equalTo("taxCode"));
    }

    @Test
    void tax_in_prices_stands_on_the_sale_and_goes_back_with_its_own_goods() {
        rate("VAT", 2000, today(), true);
        rate("ZERO", 0, today(), false);
        product("CUP", "").then().statusCode(201);
        product("BOOK", "ZERO").then().statusCode(201);
        JsonPath paid = pay(lines("CUP", 3, "BOOK", 1), 3996, "null").jsonPath();
        assertThat(paid.getList("taxes.code")).containsExactly("VAT", "ZERO");
        assertThat(paid.getList("taxes.base", Integer.class)).containsExactly(2497, 999);
        assertThat(paid.getList("taxes.tax", Integer.class)).containsExactly(500, 0);
        assertThat(balance("tax")).isEqualTo(500);
        assertThat(balance("revenue")).isEqualTo(3496);
        String id = paid.getString("id");
        back(id, 2, 1).then().statusCode(201).body("taxes[0].code", equalTo("ZERO"), "taxes", hasSize(1));
        back(id, 1, 1).then().statusCode(201).body("taxes[0].tax", equalTo(166));
        assertThat(balance("tax")).isEqualTo(334);
        back(id, 1, 2).then().statusCode(201);
        assertThat(balance("tax")).isZero();
        assertThat(balance("revenue")).isZero();
    }

    @Test
    void tax_is_added_where_prices_do_not_contain_it() throws SQLException {
        set("transactions.tax.added", 1);
        rate("VAT", 875, today(), true);
        product("CUP", "").then().statusCode(201);
        String lines = lines("CUP", 2);
        assertThat(quote(lines).getInt("payable.amount")).isEqualTo(2173);
        pay(lines, 1998, "null").then().statusCode(409).body("code", equalTo("transactions.AMOUNT_IS_NOT_TOTAL"));
        for (String pricing : List.of("null", "{}")) {
            JsonPath paid =
                    pay(lines, 2173, pricing).then().statusCode(201).extract().jsonPath();
            assertThat(paid.getInt("pricing.taxAdded")).isEqualTo(175);
            assertThat(paid.getInt("taxes[0].base")).isEqualTo(1998);
            back(paid.getString("id"), 1, 1).then().statusCode(201);
            shop.as("cashier")
                    .body("{\"amount\":{\"amount\":100,\"currency\":\"GBP\"},\"reason\":\"goodwill\"}")
                    .post("api/v1/payments/" + paid.getString("id") + "/refunds")
                    .then()
                    .statusCode(201)
                    .body("taxes[0].tax", equalTo(8));
            back(paid.getString("id"), 1, 1).then().statusCode(201);
            assertThat(balance("tax")).isZero();
            assertThat(balance("revenue")).isZero();
            assertThat(balance("cash")).isZero();
        }
    }

    @Test
    void as_many_points_as_a_quote_takes_pay_where_tax_is_added() throws SQLException {
        set("transactions.tax.added", 1);
        rate("VAT", 1000, today(), true);
        String member = memberWithPoints();
        Phone phone = phone(member);
        String lines = "[{\"text\":\"Coat\",\"quantity\":1,\"unitAmount\":10000}]";
        String wish = "{\"points\":1000000}";
        String asked = "{" + place(lines) + ",\"shown\":null,\"pricing\":" + wish + ",\"tenders\":[\"CASH\"]}";
        JsonPath quote = shop.as("cashier")
                .body(showing(phone, asked))
                .post("api/v1/payments/quote")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(quote.getInt("payable.amount")).isEqualTo(5500);
        shop.as("cashier")
                .body(showing(phone, body(lines, 5500, wish)))
                .post("api/v1/payments")
                .then()
                .statusCode(201)
                .body("pricing.pointsSpent", equalTo(5000), "taxes[0].base", equalTo(5000))
                .body("taxes[0].tax", equalTo(500));
    }

    private String memberWithPoints() {
        String notice = counter.anybody()
                .get("api/v1/me/privacy-notice?language=en&merchant=" + shop.code())
                .path("version");
        String number = "+4477" + (10_000_000 + Math.floorMod(UUID.randomUUID().hashCode(), 90_000_000));
        String member = shop.made(
                "cashier",
                "members",
                "{\"phone\":\"%s\",\"name\":\"Tess Taxed\",\"language\":\"en\",\"privacyNotice\":\"%s\"}"
                        .formatted(number, notice));
        String programme = shop.made("manager", "points-programmes", RivalPoints.rules());
        String given = shop.made(
                "manager",
                "members/" + member + "/points/adjustments",
                RivalPoints.correction(programme).replace("500", "10000"));
        shop.as("administrator")
                .body("{\"approve\":true}")
                .post("api/v1/points-adjustments/" + given + "/decision")
                .then()
                .statusCode(200);
        return member;
    }

    private Phone phone(String member) {
        JsonPath phone = shop.as("manager")
                .body("{}")
                .post("api/v1/members/" + member + "/devices")
                .jsonPath();
        return new Phone(phone.getLong("number"), Base64.getDecoder().decode(phone.getString("secret")));
    }

    /** The same of a customer whose phone shows its next code. */
    private static String showing(Phone phone, String body) {
        return body.replace("\"shown\":null", "\"shown\":\"" + phone.freshCode().orElseThrow() + "\"");
    }

    @Test
    void cash_is_rounded_and_comes_back_in_coins_in_whatever_parts() throws SQLException {
        set("transactions.cash.step", 5);
        set("transactions.tax.added", 1);
        rate("VAT", 810, today(), true);
        product("CUP", "").then().statusCode(201);
        for (int seed = 1; seed <= 6; seed++) {
            int pieces = seed + 1;
            JsonPath quote = quote(lines("CUP", pieces));
            int price = quote.getInt("payable.amount");
            int cash = quote.getInt("cash.amount");
            assertThat(cash % 5).isZero();
            JsonPath paid = pay(lines("CUP", pieces), price, "{}").jsonPath();
            assertThat(paid.getInt("tenders[0].rounding")).isEqualTo(cash - price);
            assertThat(balance("cash")).isEqualTo(-cash);
            assertThat(balance("rounding")).isEqualTo(cash - price);
            long handedOut = 0;
            for (int piece : parts(pieces, seed)) {
                JsonPath refund = back(paid.getString("id"), 1, piece)
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath();
                long now = refund.getLong("amount.amount") + refund.getLong("tenders[0].rounding");
                assertThat(now % 5).isZero();
                handedOut += now;
            }
            assertThat(handedOut).isEqualTo(cash);
            for (String kind : List.of("cash", "rounding", "tax", "revenue")) {
                assertThat(balance(kind)).as(kind + ", seed " + seed).isZero();
            }
        }
    }

    @Test
    void a_part_that_was_rounded_up_stops_no_later_part() throws SQLException {
        set("transactions.cash.step", 100);
        String lines =
                "[{\"text\":\"Cup\",\"quantity\":1,\"unitAmount\":1990},{\"text\":\"Tea\",\"quantity\":1,\"unitAmount\":930}]";
        String id = pay(lines, 2920, "null").then().statusCode(201).extract().path("id");
        assertThat(balance("cash")).isEqualTo(-2900);
        back(id, 1, 1).then().statusCode(201).body("tenders[0].rounding", equalTo(10));
        back(id, 2, 1).then().statusCode(201).body("tenders[0].rounding", equalTo(-30));
        for (String kind : List.of("cash", "rounding", "revenue")) {
            assertThat(balance(kind)).as(kind).isZero();
        }
    }

    @Test
    void cash_that_is_too_little_for_the_rounded_price_is_refused() throws SQLException {
        set("transactions.cash.step", 100);
        String body = body(lines("", 0), 999, "null").replace("\"received\":null", "\"received\":" + money(999));
        shop.as("cashier")
                .body(body)
                .post("api/v1/payments")
                .then()
                .statusCode(400)
                .body("code", equalTo("transactions.CASH_TOO_LITTLE"));
    }

    private static List<Integer> parts(int pieces, int seed) {
        List<Integer> parts = new ArrayList<>();
        Random random = new Random(seed);
        for (int left = pieces; left > 0; left -= parts.get(parts.size() - 1)) {
            parts.add(1 + random.nextInt(left));
        }
        Collections.shuffle(parts, random);
        return parts;
    }

    private LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }

    private Response rate(String code, int basisPoints, LocalDate from, boolean standard) {
        return shop.as("manager")
                .body(
                        "{\"code\":\"%s\",\"nameEn\":\"%s\",\"nameZh\":\"税\",\"basisPoints\":%d,\"standard\":%s,\"from\":\"%s\"}"
                                .formatted(code, code, basisPoints, standard, from))
                .post("api/v1/tax-rates");
    }

    private Response product(String sku, String taxCode) {
        return shop.as("manager")
                .body("{\"sku\":\"%s\",\"nameEn\":\"%s\",\"category\":\"Tests\",\"taxCode\":\"%s\",\"price\":%s}"
                        .formatted(sku, sku, taxCode, money(999)))
                .post("api/v1/products");
    }

    private static String lines(Object... skusAndPieces) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < skusAndPieces.length; i += 2) {
            lines.add(
                    skusAndPieces[i].equals("")
                            ? "{\"text\":\"Open\",\"quantity\":1,\"unitAmount\":999}"
                            : "{\"sku\":\"" + skusAndPieces[i] + "\",\"quantity\":" + skusAndPieces[i + 1] + "}");
        }
        return "[" + String.join(",", lines) + "]";
    }

    private JsonPath quote(String lines) {
        return shop.as("cashier")
                .body("{" + place(lines) + ",\"shown\":null,\"pricing\":{},\"tenders\":[\"CASH\"]}")
                .post("api/v1/payments/quote")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private Response pay(String lines, int minor, String pricing) {
        return shop.as("cashier").body(body(lines, minor, pricing)).post("api/v1/payments");
    }

    private String body(String lines, int minor, String pricing) {
        return "{" + place(lines) + ",\"shown\":null,\"pricing\":" + pricing + ",\"amount\":" + money(minor)
                + ",\"tenders\":[{\"kind\":\"CASH\",\"amount\":" + money(minor) + ",\"received\":null}]}";
    }

    private String place(String lines) {
        return "\"storeId\":\"" + shop.store() + "\",\"tillId\":\"" + shop.till() + "\",\"saleNumber\":\""
                + Shopper.newSale() + "\",\"lines\":" + lines;
    }

    private static String money(int minor) {
        return "{\"amount\":" + minor + ",\"currency\":\"GBP\"}";
    }

    private Response back(String payment, int line, int pieces) {
        return shop.as("cashier")
                .body("{\"lines\":[{\"line\":" + line + ",\"quantity\":" + pieces + "}],\"reason\":\"returned\"}")
                .post("api/v1/payments/" + payment + "/refunds");
    }

    /** What stands in the shop's accounts of a kind. */
    private long balance(String kind) {
        try (Connection books = counter.parts().connect();
                PreparedStatement select = books.prepareStatement(
                        "SELECT coalesce(sum(p.amount), 0) FROM ledger.account a JOIN ledger.posting p ON p.account_id = a.id"
                                + " WHERE a.merchant_id = ? AND a.kind = ?")) {
            select.setObject(1, UUID.fromString(shop.id()));
            select.setString(2, kind);
            ResultSet row = select.executeQuery();
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void set(String parameter, int value) throws SQLException {
        try (Connection books = counter.parts().connect();
                PreparedStatement insert = books.prepareStatement(
                        "INSERT INTO kernel.parameter_version (merchant_id, code, in_force, value, author) VALUES (?, ?, now(), ?, 'test')")) {
            insert.setObject(1, UUID.fromString(shop.id()));
            insert.setString(2, parameter);
            insert.setLong(3, value);
            insert.executeUpdate();
        }
    }
}
