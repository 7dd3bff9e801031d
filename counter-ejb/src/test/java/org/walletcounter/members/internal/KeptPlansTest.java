package org.walletcounter.members.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postgresql.PGStatement;
import org.walletcounter.testing.TestDatabase;

/** What is asked for every payment and every tap is planned once for a session, even for one code: planning takes longer than the answer. */
class KeptPlansTest {

    private static final int TIMES = 12;

    private final TestDatabase database = TestDatabase.shared();

    @Test
    void forOnePhone() throws SQLException {
        assertThat(keptPlans(DeviceRecords.DEVICES, (connection, statement) -> {
                    statement.setObject(1, OffsetDateTime.now());
                    statement.setObject(2, OffsetDateTime.now());
                    statement.setArray(3, connection.createArrayOf("int8", new Object[] {7L}));
                    statement.setArray(4, connection.createArrayOf("uuid", new Object[] {UUID.randomUUID()}));
                    statement.setArray(5, connection.createArrayOf("text", new Object[] {"key:1"}));
                    statement.setArray(6, connection.createArrayOf("text", new Object[] {"GBP"}));
                }))
                .isPositive();
    }

    @Test
    void forOneCard() throws SQLException {
        assertThat(keptPlans(CardRecords.CARDS, (connection, statement) -> {
                    statement.setArray(1, connection.createArrayOf("bytea", new byte[][] {{1}}));
                    statement.setObject(2, UUID.randomUUID());
                    statement.setString(3, "GBP");
                }))
                .isPositive();
    }

    /** How often the plan of the first times was used again. */
    private long keptPlans(String sql, Asking.Binding binding) throws SQLException {
        try (Connection connection = database.app().getConnection()) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.unwrap(PGStatement.class).setPrepareThreshold(1);
                for (int i = 0; i < TIMES; i++) {
                    binding.bind(connection, statement);
                    statement.executeQuery().close();
                }
                return generic(connection);
            }
        }
    }

    private static long generic(Connection connection) throws SQLException {
        try (Statement asking = connection.createStatement();
                ResultSet row = asking.executeQuery("SELECT sum(generic_plans) FROM pg_prepared_statements"
                        + " WHERE statement LIKE '%with ordinality as asked%'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
