package org.walletcounter.kernel.internal;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.walletcounter.kernel.Outbox;

/** The outbox in {@code kernel.outbox}. {@link OutboxWorker} empties it. */
@Stateless
@PermitAll
public class OutboxBean implements Outbox {

    @Resource(lookup = "java:jboss/datasources/CounterDS")
    DataSource database;

    @Override
    public void put(String topic, UUID aggregate, String json) {
        String sql = "INSERT INTO kernel.outbox (topic, aggregate, payload) VALUES (?, ?, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, topic);
            insert.setObject(2, aggregate);
            insert.setString(3, json);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw Sql.unavailable(failure);
        }
    }
}
