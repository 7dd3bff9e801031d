package org.walletcounter.it;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;

import io.restassured.response.Response;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A member with money and as many phones as a test needs: each phone shows a code of the present and one of the next
 * half minute, and each code pays once.
 */
final class Shopper {

    private final RunningCounter counter;
    private final String id;
    private Optional<Phone> phone = Optional.empty();

    private Shopper(RunningCounter counter, String id) {
        this.counter = counter;
        this.id = id;
    }

    /** Registers somebody new and fills the wallet with so many minor units. */
    static Shopper with(RunningCounter counter, long minor) {
        String version = counter.anybody()
                .queryParam("merchant", counter.access().merchant())
                .queryParam("language", "en")
                .get("api/v1/me/privacy-notice")
                .then()
                .statusCode(200)
                .extract()
                .path("version");
        String phone = "+4477" + ThreadLocalRandom.current().nextLong(10_000_000, 99_999_999);
        String id = counter.commandAs("cashier")
                .body("{\"phone\":\"%s\",\"name\":\"Test Shopper\",\"language\":\"en\",\"privacyNotice\":\"%s\"}"
                        .formatted(phone, version))
                .post("api/v1/members")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Shopper shopper = new Shopper(counter, id);
        if (minor > 0) {
            shopper.topUp(minor).then().statusCode(201);
        }
        return shopper;
    }

    String id() {
        return id;
    }

    Response topUp(long minor) {
        return counter.commandAs("cashier")
                .body("{\"storeId\":\"%s\",\"tillId\":\"%s\",\"amount\":{\"amount\":%d,\"currency\":\"%s\"}}"
                        .formatted(
                                counter.access().store(),
                                counter.access().till(),
                                minor,
                                counter.access().currency()))
                .post("api/v1/members/" + id + "/top-ups");
    }

    /** A code that has not been shown before. */
    String code() {
        Optional<String> code = phone.flatMap(Phone::freshCode);
        if (code.isPresent()) {
            return code.get();
        }
        Phone another = phone();
        phone = Optional.of(another);
        return another.freshCode().orElseThrow();
    }

    long balance() {
        return counter.as("cashier")
                .get("api/v1/members/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("wallets[0].balance.amount");
    }

    /** Sets what one payment and all payments of a day may take. */
    void limit(long single, long daily) {
        counter.commandAs("manager")
                .body("{\"currency\":\"%s\",\"single\":%d,\"daily\":%d}"
                        .formatted(counter.access().currency(), single, daily))
                .put("api/v1/members/" + id + "/limits")
                .then()
                .statusCode(200);
    }

    /** A new phone of theirs. */
    Phone phone() {
        Response device = counter.commandAs("manager").post("api/v1/members/" + id + "/devices");
        device.then().statusCode(is(oneOf(200, 201)));
        byte[] secret = Base64.getDecoder().decode(device.jsonPath().getString("secret"));
        return new Phone(device.jsonPath().getLong("number"), secret);
    }

    /** A sale number nobody has used. */
    static String newSale() {
        return "IT-" + UUID.randomUUID();
    }
}
