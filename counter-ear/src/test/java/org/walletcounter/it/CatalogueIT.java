package org.walletcounter.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Products, baskets and parked sales through the API. */
@WithCounter
class CatalogueIT {

    private RunningCounter counter;
    private String sku;

    @BeforeEach
    void open(RunningCounter running) {
        counter = running;
        sku = "IT-" + UUID.randomUUID();
    }

    @Test
    void a_product_is_made_found_changed_and_never_changed_blindly() {
        Response made = save(null, product(295, true, 0));
        made.then().statusCode(201).body("sku", equalTo(sku), "price.amount", equalTo(295));
        String id = made.path("id");
        counter.as("cashier")
                .get("api/v1/products/by-code/" + sku)
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        counter.as("cashier")
                .queryParam("text", sku.toLowerCase(Locale.ROOT))
                .get("api/v1/products")
                .then()
                .body("items.id", equalTo(List.of(id)));
        save(id, product(300, true, made.path("version")))
                .then()
                .statusCode(200)
                .body("price.amount", equalTo(300));
        save(id, product(310, true, made.path("version")))
                .then()
                .statusCode(409)
                .body("code", equalTo("kernel.CHANGED_MEANWHILE"));
    }

    @Test
    void a_nul_in_what_is_looked_for_is_refused_at_its_parameter() {
        for (String name : List.of("text", "after")) {
            counter.as("cashier")
                    .queryParam(name, "a\0b")
                    .get("api/v1/products")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("kernel.FIELD_INVALID"), "field", equalTo(name));
        }
    }

    @Test
    void a_refusal_is_told_in_english_where_no_language_is_named() {
        for (String language : List.of(",", " , ,")) {
            counter.as("cashier")
                    .header("Accept-Language", language)
                    .get("api/v1/products/by-code/none")
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("orders.NO_SUCH_PRODUCT"));
        }
    }

    @Test
    void products_are_found_by_their_brand_and_their_tags() {
        String brand = "Brand " + sku;
        String gift = "gift " + sku.substring(3, 11);
        save(null, labelled(brand, "\"spring\",\" " + gift + "\",\"spring\""))
                .then()
                .statusCode(201)
                .body("brand", equalTo(brand), "tags", equalTo(List.of(gift, "spring")));
        for (Map.Entry<String, String> asked : Map.of(
                        "brand", brand, "tag", gift, "text", gift.toUpperCase(Locale.ROOT))
                .entrySet()) {
            counter.as("cashier")
                    .queryParam(asked.getKey(), asked.getValue())
                    .get("api/v1/products")
                    .then()
                    .body("items.sku", equalTo(List.of(sku)));
        }
        counter.as("cashier")
                .queryParam("text", sku)
                .queryParam("tag", "gift")
                .get("api/v1/products")
                .then()
                .body("items", hasSize(0));
        counter.as("manager").get("api/v1/products/brands").then().body("items", hasItem(brand));
        counter.as("manager").get("api/v1/products/tags").then().body("items", hasItem("spring"));
        counter.commandAs("manager")
                .body(labelled("", "\"two, tags\"").replace(sku, sku + "-2"))
                .post("api/v1/products")
                .then()
                .statusCode(400)
                .body("code", equalTo("orders.PRODUCT_INVALID"), "field", equalTo("tags"));
    }

    private String labelled(String brand, String tags) {
        return product(295, true, 0)
                .replace("\"category\"", "\"brand\":\"" + brand + "\",\"tags\":[" + tags + "],\"category\"");
    }

    @Test
    void two_products_never_share_a_code_and_cashiers_make_none() {
        save(null, product(295, true, 0)).then().statusCode(201);
        save(null, product(295, true, 0)).then().statusCode(409).body("code", equalTo("orders.PRODUCT_CODE_TAKEN"));
        counter.commandAs("cashier")
                .body(product(295, true, 0))
                .post("api/v1/products")
                .then()
                .statusCode(403);
    }

    @Test
    void a_version_that_none_has_is_told_at_its_field() {
        Response made = save(null, product(295, true, 0));
        save(made.path("id"), product(300, true, 0).replace("\"version\":0", "\"version\":1796083200000"))
                .then()
                .statusCode(400)
                .body("code", equalTo("kernel.FIELD_INVALID"), "field", equalTo("version"));
    }

    @Test
    void a_new_price_is_charged_at_once_and_what_is_no_longer_sold_is_not_sold() {
        Response made = save(null, product(295, true, 0));
        price("cashier", null).then().statusCode(200).body("total.amount", equalTo(590));
        Response changed = save(made.path("id"), product(300, true, made.path("version")));
        price("cashier", null).then().body("total.amount", equalTo(600));
        save(made.path("id"), product(300, false, changed.path("version")))
                .then()
                .statusCode(200);
        price("cashier", null).then().statusCode(404).body("code", equalTo("orders.NO_SUCH_PRODUCT"));
        counter.as("cashier").get("api/v1/products/by-code/" + sku).then().statusCode(404);
    }

    @Test
    void only_a_manager_sells_at_another_price() {
        save(null, product(295, true, 0)).then().statusCode(201);
        price("cashier", 200L).then().statusCode(403).body("code", equalTo("orders.PRICE_OVERRIDE_NOT_ALLOWED"));
        price("manager", 200L).then().statusCode(200).body("total.amount", equalTo(400));
    }

    @Test
    void a_parked_sale_is_taken_up_by_exactly_one_till() {
        String id = counter.commandAs("cashier")
                .body(
                        "{\"storeId\":\"" + counter.access().store()
                                + "\",\"label\":\"Blue coat\",\"lines\":[{\"text\":\"Wrapping\",\"quantity\":2,\"unitAmount\":150}]}")
                .post("api/v1/parked-sales")
                .then()
                .statusCode(201)
                .body("total", equalTo(300), "parkedAt", notNullValue())
                .extract()
                .path("id");
        parked().then().body("items.id", hasItem(id));
        List<Callable<Integer>> tills = Collections.nCopies(
                10,
                () -> counter.commandAs("cashier")
                        .body("{}")
                        .post("api/v1/parked-sales/" + id + "/resume")
                        .statusCode());
        List<Integer> answers = Sales.atOnce(tills);
        assertThat(answers).containsOnlyOnce(200);
        assertThat(answers.stream().filter(each -> each == 404)).hasSize(9);
        parked().then().body("items.id", not(hasItem(id)));
    }

    @Test
    void who_may_not_sell_parks_no_sale_and_takes_none_up() {
        String sale = "{\"storeId\":\"" + counter.access().store()
                + "\",\"label\":\"Blue coat\",\"lines\":[{\"text\":\"Wrapping\",\"quantity\":2,\"unitAmount\":150}]}";
        String id = counter.commandAs("cashier")
                .body(sale)
                .post("api/v1/parked-sales")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        for (String command : List.of("parked-sales", "parked-sales/" + id + "/resume")) {
            counter.commandAs("analyst")
                    .body(sale)
                    .post("api/v1/" + command)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("kernel.ROLE_MAY_NOT"));
        }
        parked().then().body("items.id", hasItem(id));
    }

    @Test
    void who_may_not_see_what_goods_cost_tries_no_terms_on_them() {
        counter.as("cashier")
                .contentType("application/json")
                .body("{}")
                .post("api/v1/promotions/preview")
                .then()
                .statusCode(403)
                .body("code", equalTo("kernel.ROLE_MAY_NOT"));
    }

    @Test
    void a_letter_that_cannot_be_kept_is_refused_in_an_address_too() {
        counter.as("cashier")
                .urlEncodingEnabled(false)
                .get("api/v1/products/by-code/a%00")
                .then()
                .statusCode(400)
                .body("code", equalTo("kernel.FIELD_INVALID"), "field", equalTo("code"));
    }

    @Test
    void a_sale_of_products_is_paid_at_its_total_and_no_other() {
        save(null, product(295, true, 0)).then().statusCode(201);
        pay(590).then().statusCode(201).body("lines", hasSize(1), "lines[0].sku", equalTo(sku));
        pay(591).then().statusCode(409).body("code", equalTo("transactions.AMOUNT_IS_NOT_TOTAL"));
    }

    private Response pay(long minor) {
        String money =
                "{\"amount\":" + minor + ",\"currency\":\"" + counter.access().currency() + "\"}";
        return counter.commandAs("cashier")
                .body("{\"storeId\":\"" + counter.access().store() + "\",\"saleNumber\":\"" + Shopper.newSale()
                        + "\",\"lines\":[{\"sku\":\"" + sku + "\",\"quantity\":2}],\"amount\":" + money
                        + ",\"tenders\":[{\"kind\":\"CASH\",\"amount\":" + money + "}]}")
                .post("api/v1/payments");
    }

    private Response parked() {
        return counter.as("cashier")
                .queryParam("storeId", counter.access().store())
                .get("api/v1/parked-sales");
    }

    private Response price(String role, @Nullable Long unit) {
        return counter.as(role)
                .contentType("application/json")
                .body("{\"lines\":[{\"sku\":\"" + sku + "\",\"quantity\":2,\"unitAmount\":" + unit
                        + "}],\"currency\":\"" + counter.access().currency() + "\"}")
                .post("api/v1/baskets/price");
    }

    private Response save(@Nullable String id, String product) {
        return id == null
                ? counter.commandAs("manager").body(product).post("api/v1/products")
                : counter.commandAs("manager").body(product).put("api/v1/products/" + id);
    }

    private String product(long price, boolean active, int version) {
        return "{\"sku\":\"" + sku
                + "\",\"nameEn\":\"Cup\",\"nameZh\":\"杯子\",\"category\":\"Cups\",\"price\":{\"amount\":"
                + price + ",\"currency\":\"" + counter.access().currency() + "\"},\"active\":" + active
                + ",\"version\":" + version + "}";
    }
}
