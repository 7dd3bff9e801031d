package org.walletcounter.promotions.internal.campaigns;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.walletcounter.testing.TestDatabase;

/** The walls that PostgreSQL itself puts around seeds and price lists: whoever comes by hand meets them too. */
class PromotionWallsTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String REVEAL = "seed = repeat('ab', 32), revealed_at = now()";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "campaign_id = gen_random_uuid()",
                "merchant_id = gen_random_uuid()",
                "sealed = '\\x01'",
                "commitment = repeat('0', 64)",
                "committed_at = committed_at + interval '1 second'",
                "drawn = drawn - 1"
            })
    void aSeedIsMadeOnceAndItsDrawsAreOnlyCountedUp(String change) {
        refused(seed(), change);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seed = repeat('cd', 32)",
                "seed = NULL, revealed_at = NULL",
                "revealed_at = revealed_at + interval '1 second'",
                "drawn = drawn + 1"
            })
    void whatIsRevealedStaysSo(String change) {
        UUID seed = seed();
        DATABASE.asOwner(change(seed, REVEAL));
        refused(seed, change);
    }

    @Test
    void aSeedIsDrawnWithAndRevealed() {
        UUID seed = seed();
        assertThatCode(() -> DATABASE.asOwner(change(seed, "drawn = drawn + 1"), change(seed, REVEAL)))
                .doesNotThrowAnyException();
    }

    /** Only the seed that was committed to is ever told. */
    @Test
    void anotherSeedIsNotRevealed() {
        UUID seed = seed();
        assertThatThrownBy(() -> DATABASE.asOwner(change(seed, "seed = repeat('cd', 32), revealed_at = now()")))
                .rootCause()
                .hasMessageContaining("violates check constraint");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM promotions.seed",
                "TRUNCATE promotions.seed",
                "DELETE FROM promotions.price_list",
                "TRUNCATE promotions.price_list"
            })
    void theApplicationHasNoRightTo(String statement) {
        assertThatThrownBy(() -> asApplication(statement)).hasMessageContaining("permission denied");
    }

    private static void refused(UUID seed, String change) {
        assertThatThrownBy(() -> DATABASE.asOwner(change(seed, change)))
                .rootCause()
                .hasMessageContaining("A seed stays what it is.");
    }

    private static String change(UUID seed, String change) {
        return "UPDATE promotions.seed SET " + change + " WHERE campaign_id = '" + seed + "'";
    }

    /** The seed of a campaign, drawn with once. */
    private static UUID seed() {
        UUID campaign = UUID.randomUUID();
        DATABASE.asOwner("INSERT INTO promotions.seed"
                + " (campaign_id, merchant_id, sealed, commitment, committed_at, drawn)"
                + " VALUES ('" + campaign + "', gen_random_uuid(), '\\x00',"
                + " encode(sha256(decode(repeat('ab', 32), 'hex')), 'hex'), now(), 1)");
        return campaign;
    }

    private static void asApplication(String sql) throws SQLException {
        try (Connection connection = DATABASE.app().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
