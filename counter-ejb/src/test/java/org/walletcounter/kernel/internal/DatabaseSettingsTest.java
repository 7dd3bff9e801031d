package org.walletcounter.kernel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.walletcounter.testing.TestDatabase;

/** The database of the tests does not wait for its disk, so it is one that has to be told of. */
class DatabaseSettingsTest {

    private final TestDatabase database = TestDatabase.shared();

    @Test
    void whatLetsACommitBeAcknowledgedEarlyIsNamed() throws SQLException {
        try (Connection connection = database.app().getConnection();
                Statement statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "full_page_writes")) {
                boolean waits = "on".equals(shown(statement, setting));
                assertThat(DatabaseSettings.notKept(connection).contains(setting))
                        .isNotEqualTo(waits);
            }
            statement.execute("SET synchronous_commit = off");
            assertThat(DatabaseSettings.notKept(connection)).contains("synchronous_commit");
            statement.execute("SET synchronous_commit = local");
            assertThat(DatabaseSettings.notKept(connection)).doesNotContain("synchronous_commit");
        }
    }

    @Test
    void hugePagesAreAskedForWhereTheyAreMissedAndNotForASmallDatabase() throws SQLException {
        try (Connection connection = database.app().getConnection();
                Statement statement = connection.createStatement()) {
            boolean missed = "off".equals(shown(statement, "huge_pages_status"))
                    && Long.parseLong(shown(statement, "shared_memory_size_in_huge_pages")) > 0;
            assertThat(DatabaseSettings.hugePagesMissed(connection, 1) > 0).isEqualTo(missed);
            assertThat(DatabaseSettings.hugePagesMissed(connection, 1L << 40)).isZero();
        }
    }

    private static String shown(Statement statement, String setting) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
