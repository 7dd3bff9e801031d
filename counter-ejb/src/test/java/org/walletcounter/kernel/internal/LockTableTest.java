package org.walletcounter.kernel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.walletcounter.testing.TestDatabase;

class LockTableTest {

    /** The tables of a month and their indexes. */
    private static final long MONTH = 46;

    @Test
    void twoServersWhoseBoardsLockFiveYearsAreToldWhatToSet() {
        assertThat(new LockTable(64, 130, 0, 65 * MONTH).wanted()).isEqualTo(512);
        assertThat(new LockTable(256, 130, 0, 65 * MONTH).wanted()).isEqualTo(512);
    }

    @Test
    void whatTheGuideAsksForIsEnoughForThem() {
        assertThat(new LockTable(512, 130, 0, 65 * MONTH).wanted()).isZero();
    }

    @Test
    void moreThanTheGuideAsksForIsWantedWhenEvenThatIsTooSmall() {
        assertThat(new LockTable(512, 130, 0, 200 * MONTH).wanted()).isEqualTo(1024);
    }

    @Test
    void aYoungInstallationMayLeavePostgreSqlAsItCame() {
        assertThat(new LockTable(64, 100, 0, 5 * MONTH).wanted()).isZero();
        assertThat(new LockTable(64, 100, 0, 18 * MONTH).wanted()).isZero();
        assertThat(new LockTable(64, 130, 0, 12 * MONTH).wanted()).isZero();
        assertThat(new LockTable(64, 20, 0, 3 * MONTH).wanted())
                .as("fewer connections than a server wants")
                .isZero();
    }

    @Test
    void transactionsThatCanBePreparedMakeItLarger() {
        assertThat(new LockTable(64, 100, 0, 30 * MONTH).wanted()).isEqualTo(512);
        assertThat(new LockTable(64, 100, 100, 30 * MONTH).wanted()).isZero();
    }

    @Test
    void itIsReadAsTheDatabaseShowsItAndDoesForANewOne() throws SQLException {
        try (Connection connection = TestDatabase.fresh().app().getConnection();
                Statement statement = connection.createStatement()) {
            LockTable read = LockTable.of(connection);
            assertThat(read.perTransaction()).hasToString(shown(statement, "max_locks_per_transaction"));
            assertThat(read.connections()).hasToString(shown(statement, "max_connections"));
            assertThat(read.prepared()).hasToString(shown(statement, "max_prepared_transactions"));
            assertThat(read.parts()).isBetween(3 * MONTH, 12 * MONTH);
            assertThat(read.wanted()).isZero();
        }
    }

    private static String shown(Statement statement, String setting) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
