package org.walletcounter.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text message leaves through the SMS centre of the sandbox (SMPP) and is in its book and in ours once. */
@WithCounter
class NoticesIT {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(30), Duration.ofMillis(200));

    @ParameterizedTest
    @CsvSource({"en,is your sign-in code for", "zh,登录验证码"})
    void a_sign_in_code_reaches_its_phone_once(String language, String words, RunningCounter counter)
            throws SQLException, InterruptedException {
        String phone = "+4477" + ThreadLocalRandom.current().nextLong(10_000_000, 99_999_999);
        register(counter, phone, language);
        counter.anybody()
                .contentType("application/json")
                .header("X-Counter", "1")
                .header("Idempotency-Key", phone)
                .body("{\"merchant\":\"%s\",\"phone\":\"%s\"}"
                        .formatted(counter.access().merchant(), phone))
                .post("api/v1/me/sign-in-codes")
                .then()
                .statusCode(202);
        PATIENCE.await(() -> taken(counter, phone).size() == 1);
        assertThat(taken(counter, phone)).singleElement().asString().contains(words);
        PATIENCE.await(() -> kept(counter, phone).contains("DELIVERED"));
        Thread.sleep(3_000); // a message sent twice would come within the worker's next turn
        assertThat(taken(counter, phone)).hasSize(1);
        assertThat(kept(counter, phone)).containsExactly("DELIVERED");
    }

    private static void register(RunningCounter counter, String phone, String language) {
        String notice = counter.anybody()
                .queryParam("merchant", counter.access().merchant())
                .queryParam("language", language)
                .get("api/v1/me/privacy-notice")
                .path("version");
        counter.commandAs("cashier")
                .body("{\"phone\":\"%s\",\"name\":\"Text Reader\",\"language\":\"%s\",\"privacyNotice\":\"%s\"}"
                        .formatted(phone, language, notice))
                .post("api/v1/members")
                .then()
                .statusCode(201);
    }

    /** What the SMS centre took for a phone. */
    private static List<String> taken(RunningCounter counter, String phone) {
        JsonPath book = RestAssured.given()
                .queryParam("phone", phone)
                .get(counter.sandboxAddress() + "sms.json")
                .jsonPath();
        return book.getList("items.text", String.class);
    }

    /** What our own book says of the messages to a phone: only the ends of its number are there. */
    private static List<String> kept(RunningCounter counter, String phone) {
        String masked = "+44 ***** " + phone.substring(phone.length() - 4);
        String sql = "SELECT state FROM notices.message WHERE recipient = ? AND at > now() - interval '2 minutes'";
        try (Connection connection = counter.parts().connect();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, masked);
            List<String> states = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    states.add(row.getString(1));
                }
            }
            return states;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
