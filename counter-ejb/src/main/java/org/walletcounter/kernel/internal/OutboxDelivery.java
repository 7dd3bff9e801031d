package org.walletcounter.kernel.internal;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.walletcounter.kernel.OutboxConsumer;

/** One message, one transaction: consumers take it and it is gone, or it stays. Made for {@link OutboxWorker}. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutboxDelivery {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    @Resource(lookup = "java:jboss/datasources/CounterDS")
    DataSource database;

    @Inject
    @Any
    Instance<OutboxConsumer> consumers;

    @Inject
    Clock clock;

    /** Drops what nobody listens to and gives the ids that are due, at most one per aggregate, in order. */
    public List<Long> due(int limit) throws SQLException {
        String[] topics =
                consumers.stream().map(OutboxConsumer::topic).distinct().toArray(String[]::new);
        try (Connection connection = database.getConnection();
                PreparedStatement drop = connection.prepareStatement(
                        "DELETE FROM kernel.outbox WHERE id IN (SELECT id FROM kernel.outbox WHERE topic <> ALL (?)"
                                + " LIMIT 5000 FOR UPDATE SKIP LOCKED)");
                PreparedStatement select = connection.prepareStatement(
                        "SELECT id FROM kernel.outbox o WHERE due_at <= ? AND NOT EXISTS (SELECT FROM kernel.outbox e"
                                + " WHERE e.aggregate = o.aggregate AND e.id < o.id) ORDER BY due_at, id LIMIT ?")) {
            drop.setArray(1, connection.createArrayOf("text", topics));
            drop.executeUpdate();
            select.setTimestamp(1, Timestamp.from(clock.instant()));
            select.setInt(2, limit);
            List<Long> ids = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids;
        }
    }

    /** Hands one message to its consumers and deletes it; does nothing if another node has it in hand. */
    public void deliver(long id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement take = connection.prepareStatement(
                        "DELETE FROM kernel.outbox WHERE id = (SELECT id"
                                + " FROM kernel.outbox WHERE id = ? FOR UPDATE SKIP LOCKED) RETURNING topic, aggregate, payload")) {
            take.setLong(1, id);
            try (ResultSet row = take.executeQuery()) {
                if (row.next()) {
                    hand(row.getString(1), row.getObject(2, UUID.class), row.getString(3));
                }
            }
        }
    }

    /** Puts a message back to a later time, twice as late each time. */
    public void postpone(long id, Throwable cause) throws SQLException {
        String sql = "UPDATE kernel.outbox SET attempts = attempts + 1, last_error = ?, due_at = ?"
                + " WHERE id = ? RETURNING topic, attempts";
        try (Connection connection = database.getConnection();
                PreparedStatement read =
                        connection.prepareStatement("SELECT attempts FROM kernel.outbox WHERE id = ? FOR UPDATE");
                PreparedStatement update = connection.prepareStatement(sql)) {
            read.setLong(1, id);
            try (ResultSet row = read.executeQuery()) {
                if (!row.next()) {
                    return;
                }
                Instant next = clock.instant().plus(pauseAfter(row.getInt(1)));
                update.setString(1, String.valueOf(cause));
                update.setTimestamp(2, Timestamp.from(next));
                update.setLong(3, id);
                try (ResultSet updated = update.executeQuery()) {
                    updated.next();
                    KernelLog.LOG.notDelivered(id, updated.getString(1), updated.getInt(2), next.toString(), cause);
                }
            }
        }
    }

    private void hand(String topic, UUID aggregate, String payload) {
        for (OutboxConsumer consumer : consumers) {
            if (consumer.topic().equals(topic)) {
                consumer.accept(aggregate, payload);
            }
        }
    }

    private static Duration pauseAfter(int attempts) {
        Duration pause = Duration.ofSeconds(1L << Math.min(attempts, 12));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
