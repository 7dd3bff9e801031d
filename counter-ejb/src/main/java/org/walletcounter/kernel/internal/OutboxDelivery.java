package org.walletcounter.kernel.internal;

import jakarta.annotation.PostConstruct;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.walletcounter.kernel.OutboxConsumer;
import org.walletcounter.kernel.OutboxConsumer.Message;

/**
 * What the worker does with messages, each call in a transaction of its own: consumers take them and they are gone, or they
 * stay. Made for {@link OutboxWorker}.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutboxDelivery {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** What has failed so often does not pass by itself, most likely: somebody must be alarmed. */
    private static final int STUCK = 5;

    private static final String NEXT =
            "SELECT id, topic, aggregate, due_at <= ? AS due FROM kernel.outbox WHERE id > ? ORDER BY id LIMIT ?";

    /** In the order of their ids, so that nodes wait for nobody and never in a circle. */
    private static final String LOCK =
            "SELECT id, payload FROM kernel.outbox WHERE id = ANY (?) ORDER BY id FOR UPDATE SKIP LOCKED";

    private static final String DELETE = "DELETE FROM kernel.outbox WHERE id = ANY (?)";

    private static final String POSTPONE =
            "UPDATE kernel.outbox SET attempts = attempts + 1, last_error = ?, due_at = ?"
                    + " WHERE id = ? RETURNING topic, attempts";

    @Resource(lookup = "java:jboss/datasources/CounterDS")
    DataSource database;

    @Inject
    @Any
    Instance<OutboxConsumer> known;

    @Inject
    Clock clock;

    private List<OutboxConsumer> consumers = List.of();

    /** Once: whatever an Instance is asked for lives as long as whoever asked. */
    @PostConstruct
    void find() {
        consumers = known.stream().toList();
    }

    /**
     * A message that waits.
     *
     * @param due whether its time has come
     */
    public record Waiting(long id, String topic, UUID aggregate, boolean due) {}

    /** The oldest messages behind one, in order. */
    public List<Waiting> after(long id, int limit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setTimestamp(1, Timestamp.from(clock.instant()));
            select.setLong(2, id);
            select.setInt(3, limit);
            List<Waiting> waiting = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    waiting.add(new Waiting(
                            row.getLong(1), row.getString(2), row.getObject(3, UUID.class), row.getBoolean(4)));
                }
            }
            return waiting;
        }
    }

    /** The topics that somebody listens to, and of them those of which many may be handed over at once. */
    public Topics topics() {
        Set<String> heard = new HashSet<>();
        Set<String> oneByOne = new HashSet<>();
        for (OutboxConsumer consumer : consumers) {
            heard.add(consumer.topic());
            if (!consumer.takesManyAtOnce()) {
                oneByOne.add(consumer.topic());
            }
        }
        return new Topics(heard, oneByOne);
    }

    /**
     * What consumers have said of themselves.
     *
     * @param heard somebody listens
     * @param oneByOne each message wants a transaction of its own
     */
    public record Topics(Set<String> heard, Set<String> oneByOne) {}

    /**
     * Hands messages, which come in their order, to their consumers and deletes them. Leaves out what another node has in
     * hand, and with it what stands behind that: it is another node's turn with that aggregate. Gives what it took.
     */
    public Set<Long> deliver(List<Waiting> messages) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Map<Long, String> locked = lock(connection, messages);
            Set<UUID> elsewhere = new HashSet<>();
            Set<Long> taken = new HashSet<>();
            Map<String, List<Message>> byTopic = new LinkedHashMap<>();
            for (Waiting message : messages) {
                String payload = locked.get(message.id());
                if (payload == null) {
                    elsewhere.add(message.aggregate());
                } else if (!elsewhere.contains(message.aggregate())) {
                    byTopic.computeIfAbsent(message.topic(), topic -> new ArrayList<>())
                            .add(new Message(message.aggregate(), payload));
                    taken.add(message.id());
                }
            }
            delete(connection, taken);
            byTopic.forEach(this::hand);
            return taken;
        }
    }

    private static Map<Long, String> lock(Connection connection, List<Waiting> messages) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            Object[] ids = messages.stream().map(Waiting::id).toArray();
            select.setArray(1, connection.createArrayOf("int8", ids));
            Map<Long, String> locked = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    locked.put(row.getLong(1), row.getString(2));
                }
            }
            return locked;
        }
    }

    private static void delete(Connection connection, Collection<Long> ids) throws SQLException {
        if (!ids.isEmpty()) {
            try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
                delete.setArray(1, connection.createArrayOf("int8", ids.toArray()));
                delete.executeUpdate();
            }
        }
    }

    /** Deletes what nobody listens to. */
    public void drop(List<Long> ids) throws SQLException {
        try (Connection connection = database.getConnection()) {
            delete(connection, ids);
        }
    }

    /** Puts a message back to a later time, twice as late each time. */
    public void postpone(long id, Throwable cause) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement read =
                        connection.prepareStatement("SELECT attempts FROM kernel.outbox WHERE id = ? FOR UPDATE");
                PreparedStatement update = connection.prepareStatement(POSTPONE)) {
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
                    tell(id, updated.getString(1), updated.getInt(2), next, cause);
                }
            }
        }
    }

    private static void tell(long id, String topic, int attempts, Instant next, Throwable cause) {
        if (attempts < STUCK) {
            KernelLog.LOG.notDelivered(id, topic, attempts, next.toString(), cause);
        } else {
            KernelLog.LOG.stuck(id, topic, attempts, next.toString(), cause);
        }
    }

    private void hand(String topic, List<Message> messages) {
        for (OutboxConsumer consumer : consumers) {
            if (consumer.topic().equals(topic)) {
                consumer.acceptAll(messages);
            }
        }
    }

    private static Duration pauseAfter(int attempts) {
        Duration pause = Duration.ofSeconds(1L << Math.min(attempts, 12));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
