package org.walletcounter.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.CommandKey;

/** What is kept of a registration, besides the member. */
@WithCounter
class MembersIT {

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
