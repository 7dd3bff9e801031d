package org.walletcounter.kernel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.walletcounter.testing.TestDatabase;

class HugePagesTest {

    private static final long LARGE = 1L << 30;

    @Test
    void aLargeDatabaseWithoutThemMissesAllOfThem() {
        assertThat(new HugePages("off", "try", "0", LARGE, 540).missed()).isEqualTo(540);
    }

    @Test
    void whoHasThemOrIsSmallMissesNone() {
        assertThat(new HugePages("on", "try", "0", LARGE, 540).missed()).isZero();
        assertThat(new HugePages("off", "try", "0", LARGE - 1, 540).missed()).isZero();
    }

    @Test
    void settingSomeAsideIsNotAskedWhereTheyWouldNotBeTaken() {
        assertThat(new HugePages("off", "off", "0", LARGE, 540).missed()).isZero();
        assertThat(new HugePages("off", "try", "1048576", LARGE, 2).missed())
                .as("pages of a gigabyte are not counted by the same number")
                .isZero();
        assertThat(new HugePages("off", "try", "0", LARGE, -1).missed())
                .as("not on this system")
                .isZero();
    }

    @Test
    void aPostgreSqlThatDoesNotSayIsToldNothing() {
        assertThat(new HugePages("", "try", "0", LARGE, 540).missed()).isZero();
    }

    @Test
    void theyAreReadAsTheDatabaseShowsThem() throws SQLException {
        try (Connection connection = TestDatabase.shared().app().getConnection();
                Statement statement = connection.createStatement()) {
            HugePages read = HugePages.of(connection);
            assertThat(read.status()).isEqualTo(shown(statement, "huge_pages_status"));
            assertThat(read.asked()).isEqualTo(shown(statement, "huge_pages"));
            assertThat(read.size()).isEqualTo(shown(statement, "huge_page_size"));
            assertThat(read.all()).hasToString(shown(statement, "shared_memory_size_in_huge_pages"));
            assertThat(read.buffers()).isPositive();
        }
    }

    private static String shown(Statement statement, String setting) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
