package org.walletcounter.it;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;

import io.restassured.response.Response;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.walletcounter.members.PaymentCode;

/**
 * A member with money and as many phones as a test needs: each phone makes three codes at any moment (the step before, the
 * present and the next one), and each code pays once.
 */
final class Shopper {

    private final RunningCounter counter;
    private final String id;
    private final Deque<String> codes = new ArrayDeque<>();

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
        if (codes.isEmpty()) {
            enrol();
        }
        return codes.remove();
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

    private void enrol() {
        Response device = counter.commandAs("manager").post("api/v1/members/" + id + "/devices");
        device.then().statusCode(is(oneOf(200, 201)));
        byte[] secret = Base64.getDecoder().decode(device.jsonPath().getString("secret"));
        long number = device.jsonPath().getLong("number");
        long step = PaymentCode.stepAt(Clock.systemUTC().instant());
        for (long each : new long[] {step, step + 1}) {
            codes.add(PaymentCode.of(number, secret, each).digits());
        }
    }

    /** A sale number nobody has used. */
    static String newSale() {
        return "IT-" + UUID.randomUUID();
    }
}
