package org.walletcounter.it;

import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Another merchant in the same database: founded with rows, because the application founds one by itself; everything else
 * comes through its own API keys.
 */
public final class Rival {

    private final RunningCounter counter;
    private final UUID id = UUID.randomUUID();
    private final UUID store = UUID.randomUUID();
    private final UUID till = UUID.randomUUID();
    private final String code = "RIVAL-" + id.toString().substring(0, 8);
    private final Map<String, String> keys = new LinkedHashMap<>();

    private Rival(RunningCounter counter) {
        this.counter = counter;
    }

    /** Founds one. */
    public static Rival of(RunningCounter counter) throws SQLException {
        counter.access(); // once the demo merchant is there, the application founds nobody any more
        Rival rival = new Rival(counter);
        try (Connection connection = counter.parts().connect()) {
            rival.found(connection);
        }
        return rival;
    }

    private void found(Connection connection) throws SQLException {
        insert(
                connection,
                "INSERT INTO merchants.merchant VALUES (?, ?, 'Rival', '对手', 'GBP', 'Europe/London')",
                id,
                code);
        insert(
                connection,
                "INSERT INTO merchants.store (id, merchant_id, code, name_en, name_zh) VALUES (?, ?, 'R', 'Rival', '对手')",
                store,
                id);
        insert(
                connection,
                "INSERT INTO merchants.till (id, store_id, code, name) VALUES (?, ?, '1', 'One')",
                till,
                store);
        for (String role : new String[] {"cashier", "manager", "administrator"}) {
            String secret = "wck_" + UUID.randomUUID() + UUID.randomUUID();
            keys.put(role, secret);
            insert(
                    connection,
                    "INSERT INTO merchants.api_key (id, merchant_id, label, role, secret_hash) VALUES (?, ?, 'Rival', ?, ?)",
                    UUID.randomUUID(),
                    id,
                    role,
                    sha256(secret));
        }
    }

    /** A changing request of the rival's own. */
    public RequestSpecification as(String role) {
        return counter.anybody()
                .header("Authorization", "Bearer " + keys.get(role))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON);
    }

    /** The id of what a role of the rival's makes with a command, which must go through. */
    public String made(String role, String where, String body) {
        return as(role).body(body)
                .post("api/v1/" + where)
                .then()
                .statusCode(both(greaterThanOrEqualTo(200)).and(lessThan(203)))
                .extract()
                .path("id");
    }

    String id() {
        return id.toString();
    }

    /** A gift that a member of the rival's has won: as a row, because only the member's own phone draws. */
    String prize(String campaign, String member) {
        UUID draw = UUID.randomUUID();
        try (Connection connection = counter.parts().connect()) {
            insert(
                    connection,
                    "INSERT INTO transactions.draw (id, merchant_id, member_id, campaign_id, campaign_en, campaign_zh, version,"
                            + " serial, payment_id, line, number, drawn_at, drawn_for, hash, value, weights, meant, left_before,"
                            + " prize, prize_en, prize_zh, gives, worth, currency, code, state) VALUES (?, ?, ?, ?, 'Draw',"
                            + " '抽奖', 1, 1, ?, 1, 1, now(), 'x', 'x', 0, 1, 'CUP', 1, 'CUP', 'Cup', '杯子', 'GIFT', 100,"
                            + " 'GBP', ?, 'TO_HAND_OVER')",
                    draw,
                    id,
                    UUID.fromString(member),
                    UUID.fromString(campaign),
                    UUID.randomUUID(),
                    "RV" + draw.toString().substring(0, 6).toUpperCase(java.util.Locale.ROOT));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return draw.toString();
    }

    /** A reminder of a member of the rival's: as a row, because only the clockwork reminds. */
    String reminder(String campaign, String member) {
        UUID reminder = UUID.randomUUID();
        try (Connection connection = counter.parts().connect()) {
            insert(
                    connection,
                    "INSERT INTO vouchers.reminder (id, member_id, merchant_id, kind, campaign_id, at, until) VALUES (?, ?, ?,"
                            + " 'OPENED', ?, now(), now() + interval '1 day')",
                    reminder,
                    UUID.fromString(member),
                    id,
                    UUID.fromString(campaign));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return reminder.toString();
    }

    /** What customers type to come to it. */
    public String code() {
        return code;
    }

    String store() {
        return store.toString();
    }

    String till() {
        return till.toString();
    }

    private static void insert(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }

    private static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
