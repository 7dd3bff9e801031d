package org.walletcounter.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void theApplicationSeesTheMigratedTables() throws SQLException {
        try (Connection connection = TestDatabase.shared().app().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM kernel.command")) {
            assertThat(result.next()).isTrue();
        }
    }

    @Test
    void theApplicationMakesNoTables() throws SQLException {
        try (Connection connection = TestDatabase.shared().app().getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("CREATE TABLE kernel.mine (id int)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aFreshDatabaseIsNobodyElses() {
        TestDatabase mine = TestDatabase.fresh();
        mine.asOwner("DROP TABLE kernel.command");
        TestDatabase.fresh().asOwner("SELECT 1 FROM kernel.command");
    }
}
