package org.walletcounter.kernel.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.walletcounter.kernel.Changes;

/** What the watch has seen. Thread-safe. */
@ApplicationScoped
class HeardChanges implements Changes {

    private final Map<String, Long> times = new ConcurrentHashMap<>();

    @Override
    public long of(String subject) {
        return times.getOrDefault(subject, 0L);
    }

    /** Reads how it stands in the database. */
    void look(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT subject, times FROM kernel.change");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                times.put(row.getString(1), row.getLong(2));
            }
        }
    }
}
