package org.walletcounter.it;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A new member of the demo merchant who has signed in with the code sent to their phone. */
final class SignedIn {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    private final RunningCounter counter;
    private final Map<String, String> cookies;

    private SignedIn(RunningCounter counter, Map<String, String> cookies) {
        this.counter = counter;
        this.cookies = cookies;
    }

    static SignedIn with(RunningCounter counter) throws InterruptedException {
        String merchant = counter.access().merchant();
        String phone = "+4477" + ThreadLocalRandom.current().nextLong(10_000_000, 99_999_999);
        String notice = counter.anybody()
                .queryParam("merchant", merchant)
                .get("api/v1/me/privacy-notice")
                .path("version");
        counter.commandAs("cashier")
                .body("{\"phone\":\"%s\",\"name\":\"Nora Near\",\"language\":\"en\",\"privacyNotice\":\"%s\"}"
                        .formatted(phone, notice))
                .post("api/v1/members")
                .then()
                .statusCode(201);
        Map<String, String> asking = Map.of("merchant", merchant, "phone", phone);
        anybody(counter).body(asking).post("api/v1/me/sign-in-codes").then().statusCode(202);
        Map<String, String> entering = Map.of("merchant", merchant, "phone", phone, "code", code(counter, phone));
        return new SignedIn(
                counter,
                anybody(counter)
                        .body(entering)
                        .post("api/v1/me/session")
                        .then()
                        .statusCode(200)
                        .extract()
                        .cookies());
    }

    /** A request of theirs. */
    RequestSpecification request() {
        return anybody(counter).cookies(cookies);
    }

    private static RequestSpecification anybody(RunningCounter counter) {
        return counter.anybody().header("X-Counter", "1").contentType(ContentType.JSON);
    }

    private static String code(RunningCounter counter, String phone) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            List<String> texts = RestAssured.given()
                    .queryParam("phone", phone)
                    .get(counter.sandboxAddress() + "sms.json")
                    .jsonPath()
                    .getList("items.text", String.class);
            Matcher code = CODE.matcher(String.join(" ", texts));
            if (code.find()) {
                return code.group(1);
            }
            Thread.sleep(200);
        }
        throw new AssertionError("No sign-in code has reached the sandbox for " + phone + ".");
    }
}
