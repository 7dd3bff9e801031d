package org.walletcounter.it.browser;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.walletcounter.it.RunningCounter;
import org.walletcounter.members.PaymentCode;

/** What a test sells and to whom: products and members of its own, made through the API. */
final class Shop {

    private final RunningCounter counter;
    private final JsonPath session;

    Shop(RunningCounter counter) {
        this.counter = counter;
        this.session = counter.as("cashier")
                .get("/api/v1/session")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Puts a new product on the shelf and gives its SKU. */
    String product(String name, long price) {
        String sku = "IT" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        product(sku, name, price);
        return sku;
    }

    /** Puts a new product with a SKU on the shelf. */
    void product(String sku, String name, long price) {
        Map<String, Object> product = Map.of(
                "sku",
                sku,
                "nameEn",
                name,
                "nameZh",
                "测试商品",
                "category",
                "Tests",
                "price",
                money(price),
                "active",
                true);
        counter.commandAs("manager")
                .body(product)
                .post("/api/v1/products")
                .then()
                .statusCode(201);
    }

    /** Takes a product off the shelf. */
    void withdraw(String sku) {
        String product = counter.as("manager")
                .get("/api/v1/products/by-code/" + sku)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        counter.commandAs("manager")
                .body(product.replace("\"active\":true", "\"active\":false"))
                .put("/api/v1/products/" + JsonPath.from(product).getString("id"))
                .then()
                .statusCode(200)
                .body("active", equalTo(false));
    }

    /** Takes on a member with money in the wallet. */
    Customer customer(long balance) {
        String notice = counter.anybody()
                .queryParam("merchant", session.getString("merchant.code"))
                .get("/api/v1/me/privacy-notice")
                .jsonPath()
                .getString("version");
        String phone =
                "+4477" + String.format("%08d", Math.floorMod(UUID.randomUUID().hashCode(), 100_000_000));
        Map<String, Object> who =
                Map.of("phone", phone, "name", "Rosa Diaz", "language", "en", "privacyNotice", notice);
        JsonPath member = counter.commandAs("cashier")
                .body(who)
                .post("/api/v1/members")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String id = member.getString("id");
        if (balance > 0) {
            topUp(id, balance);
        }
        JsonPath device = counter.commandAs("manager")
                .body("{}")
                .post("/api/v1/members/" + id + "/devices")
                .jsonPath();
        return new Customer(
                this, id, phone, device.getLong("number"), Base64.getDecoder().decode(device.getString("secret")));
    }

    /** Takes cash for a member's wallet. */
    void topUp(String member, long amount) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("storeId", session.getString("stores[0].id"));
        body.put("tillId", session.getString("stores[0].tills[0].id"));
        body.put("amount", money(amount));
        counter.commandAs("cashier")
                .body(body)
                .post("/api/v1/members/" + member + "/top-ups")
                .then()
                .statusCode(201);
    }

    /** What is in a member's wallet. */
    long balance(String member) {
        return counter.as("manager").get("/api/v1/members/" + member).jsonPath().getLong("wallets[0].balance.amount");
    }

    /** The merchant's code, as the customer pages want it. */
    String merchant() {
        return session.getString("merchant.code");
    }

    private Map<String, Object> money(long amount) {
        return Map.of("amount", amount, "currency", session.getString("merchant.currency"));
    }

    /** A member with a phone. */
    record Customer(Shop shop, String id, String phone, long device, byte[] secret) {

        /** The code their phone shows now. */
        String code() {
            return PaymentCode.of(device, secret, PaymentCode.stepAt(Instant.now()))
                    .digits();
        }

        /** What is in their wallet. */
        long balance() {
            return shop.balance(id);
        }
    }
}
