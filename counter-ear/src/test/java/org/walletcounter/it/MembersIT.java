package org.walletcounter.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.CommandKey;

/** What is kept of commands about members, and that each is done once; in which currency wallets are. */
@WithCounter
class MembersIT {

    private static final String REPLAYED = "Idempotency-Replayed";

    @Test
    void a_registration_is_known_again_and_cannot_be_guessed_from_what_is_kept(RunningCounter counter)
            throws SQLException {
        String notice = counter.anybody()
                .queryParam("merchant", counter.access().merchant())
                .get("api/v1/me/privacy-notice")
                .path("version");
        String phone = "+4477" + ThreadLocalRandom.current().nextLong(10_000_000, 99_999_999);
        // in the order in which it is written down before it is hashed
        String said = "{\"birthday\":null,\"card\":null,\"language\":\"en\",\"name\":\"Gwen Guest\",\"phone\":\""
                + phone + "\",\"privacyNotice\":\"" + notice + "\"}";
        String key = UUID.randomUUID().toString();
        Response first = register(counter, key, said);
        assertThat(first.statusCode()).isEqualTo(201);

        assertThat(kept(counter, first.path("id")))
                .singleElement()
                .asString()
                .hasSize(64)
                .isNotEqualTo(CommandKey.of("anybody", key, said).contentHash());
        Response again = register(counter, key, said);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(register(counter, key, said.replace("Gwen", "Glen")).<String>path("code"))
                .isEqualTo("kernel.KEY_REUSED");
    }

    @Test
    void a_state_that_was_set_before_is_not_set_again_by_a_repeat(RunningCounter counter) {
        String member = Shopper.with(counter, 0).id();
        String key = UUID.randomUUID().toString();
        Response first = stand(counter, key, member, "FROZEN");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.header(REPLAYED)).isNull();
        assertThat(first.<String>path("state")).isEqualTo("FROZEN");
        stand(counter, UUID.randomUUID().toString(), member, "ACTIVE").then().statusCode(200);

        Response again = stand(counter, key, member, "FROZEN");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.header(REPLAYED)).isEqualTo("true");
        assertThat(again.<String>path("state")).isEqualTo("ACTIVE");
        assertThat(counter.as("manager").get(of(member)).<String>path("state")).isEqualTo("ACTIVE");
        assertThat(stand(counter, key, member, "CLOSED").<String>path("code")).isEqualTo("kernel.KEY_REUSED");
        String other = Shopper.with(counter, 0).id();
        assertThat(stand(counter, key, other, "FROZEN").<String>path("code")).isEqualTo("kernel.KEY_REUSED");
    }

    @Test
    void an_identifier_is_bound_once(RunningCounter counter) {
        String member = Shopper.with(counter, 0).id();
        String key = UUID.randomUUID().toString();
        String card = "{\"kind\":\"card\",\"value\":\"IT"
                + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT) + "\"}";
        Response first = send(counter, key, of(member) + "/identifiers", card);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.header(REPLAYED)).isNull();
        assertThat(first.<List<String>>path("identifiers.kind")).contains("card");
        Response again = send(counter, key, of(member) + "/identifiers", card);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.header(REPLAYED)).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @Test
    void a_phone_is_enrolled_once_and_its_secret_is_kept_nowhere(RunningCounter counter) throws SQLException {
        String member = Shopper.with(counter, 0).id();
        String key = UUID.randomUUID().toString();
        Response first = send(counter, key, of(member) + "/devices", "{}");
        assertThat(first.statusCode()).isEqualTo(200);
        long number = first.jsonPath().getLong("number");
        String secret = first.path("secret");

        Response again = send(counter, key, of(member) + "/devices", "{}");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.<String>path("code")).isEqualTo("members.DEVICE_ENROLLED_BEFORE");
        assertThat(again.<String>path("detail")).contains(Long.toString(number)).doesNotContain(secret);
        assertThat(counted(counter, "SELECT count(*) FROM members.device WHERE member_id = CAST(? AS uuid)", member))
                .isEqualTo(1);
        assertThat(counted(
                        counter, "SELECT count(*) FROM kernel.command WHERE answer = ?", "{\"number\":" + number + "}"))
                .isEqualTo(1);
        assertThat(counted(counter, "SELECT count(*) FROM kernel.command WHERE position(? IN answer) > 0", secret))
                .isZero();
    }

    @Test
    void no_question_in_another_currency_opens_a_wallet(RunningCounter counter) {
        Shopper shopper = Shopper.with(counter, 1_000);
        counter.commandAs("manager")
                .body("{\"currency\":\"EUR\",\"single\":100,\"daily\":100}")
                .put(of(shopper.id()) + "/limits")
                .then()
                .statusCode(400)
                .body("code", equalTo("members.CURRENCY_MISMATCH"), "field", equalTo("currency"));
        counter.as("cashier")
                .get("api/v1/members/payer?currency=EUR&shown=" + shopper.code())
                .then()
                .statusCode(400)
                .body("code", equalTo("members.CURRENCY_MISMATCH"), "field", equalTo("currency"));
        counter.as("cashier")
                .get(of(shopper.id()))
                .then()
                .statusCode(200)
                .body("wallets", hasSize(1), "wallets[0].balance.amount", equalTo(1_000));
    }

    private static String of(String member) {
        return "api/v1/members/" + member;
    }

    private static Response stand(RunningCounter counter, String key, String member, String state) {
        return send(counter, key, of(member) + "/state", "{\"state\":\"" + state + "\"}");
    }

    private static Response send(RunningCounter counter, String key, String where, String body) {
        return counter.as("manager")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(where);
    }

    private static long counted(RunningCounter counter, String sql, String what) throws SQLException {
        try (Connection connection = counter.parts().connect();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, what);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static Response register(RunningCounter counter, String key, String said) {
        return counter.as("cashier")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(said)
                .post("api/v1/members");
    }

    /** What is kept in place of what was said when this member was registered. */
    private static List<String> kept(RunningCounter counter, String member) throws SQLException {
        String sql = "SELECT content_hash FROM kernel.command WHERE answer = ?";
        try (Connection connection = counter.parts().connect();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, "{\"id\":\"" + member + "\"}");
            List<String> hashes = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    hashes.add(row.getString(1));
                }
            }
            return hashes;
        }
    }
}
