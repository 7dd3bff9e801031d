package org.walletcounter.members.internal;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;

/**
 * Asks over JDBC, in whatever transaction the entities are in. A query of Hibernate's makes room for the state of entities
 * with every question; what is asked for every payment and every tap has none.
 */
final class Asking {

    private Asking() {}

    /** All that is found, in the order of the rows. */
    static <T> List<T> all(EntityManager database, String sql, Binding binding, Reading<T> reading) {
        return database.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binding.bind(connection, statement);
                List<T> found = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        found.add(reading.of(row));
                    }
                }
                return found;
            }
        });
    }

    /** Sets what is asked for. */
    @FunctionalInterface
    interface Binding {
        void bind(Connection connection, PreparedStatement statement) throws SQLException;
    }

    /** Takes what it needs of one row. */
    @FunctionalInterface
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
