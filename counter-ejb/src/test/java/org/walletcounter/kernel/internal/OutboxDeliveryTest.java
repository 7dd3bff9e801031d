package org.walletcounter.kernel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.walletcounter.kernel.Outbox;
import org.walletcounter.kernel.OutboxConsumer;
import org.walletcounter.testing.Moment;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestTransactions;
import org.walletcounter.testing.Told;

/**
 * The outbox on its own table: each call of a node is a transaction, and what consumers do is a row of that transaction. A
 * node is met in the middle of its work by a consumer that lets the other node work meanwhile.
 */
class OutboxDeliveryTest {

    private static final int PAGE = 10;
    private static final UUID ALICE = new UUID(0, 1);
    private static final UUID BOB = new UUID(0, 2);
    private static final UUID CAROL = new UUID(0, 3);

    private final TestDatabase database = TestDatabase.fresh();
    private final TestTransactions transactions = new TestTransactions(database.app());
    private final Outbox outbox = TestKernel.outbox(transactions.source());
    private final Moment clock = new Moment();

    @BeforeEach
    void whereEffectsAreSeen() {
        database.asOwner(
                "CREATE TABLE kernel.effect (id bigint GENERATED ALWAYS AS IDENTITY, aggregate uuid, json text)");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_is_refused_twice_comes_later_each_time_and_has_one_effect(boolean together) throws Exception {
        Consumer consumer = new Consumer("payment", together);
        consumer.refuses = "a";
        Node node = new Node(consumer);
        long message = put("payment", ALICE, "a");

        assertThat(node.walk()).isFalse();
        assertThat(attempts(message)).isEqualTo("1 Not now.");
        assertThat(dueAt(message)).isEqualTo(clock.instant().plusSeconds(1));
        int asked = consumer.asked;
        assertThat(node.walk()).as("before its time").isFalse();
        assertThat(consumer.asked).isEqualTo(asked);

        clock.pass(Duration.ofSeconds(1));
        assertThat(node.walk()).isFalse();
        assertThat(attempts(message)).isEqualTo("2 Not now.");
        assertThat(dueAt(message)).isEqualTo(clock.instant().plusSeconds(2));

        consumer.refuses = "";
        clock.pass(Duration.ofSeconds(2));
        assertThat(node.walk()).isTrue();
        assertThat(effects()).containsExactly("a");
        assertThat(waiting()).isEmpty();
        assertThat(node.walk()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "2, 4", "11, 2048", "12, 3600", "13, 3600", "1000, 3600"})
    void pauses_grow_up_to_an_hour(int attempts, long seconds) throws Exception {
        Node node = new Node(new Consumer("payment", true));
        long message = put("payment", ALICE, "a");
        database.asOwner("UPDATE kernel.outbox SET attempts = " + attempts);

        node.postpone(message, new IllegalStateException("Not now."));

        assertThat(dueAt(message)).isEqualTo(clock.instant().plusSeconds(seconds));
        assertThat(node.after(0, PAGE)).containsExactly(new OutboxDelivery.Waiting(message, "payment", ALICE, false));
    }

    /** The operator is to be alarmed by errors alone, and a node that keeps failing is as ready as any other. */
    @ParameterizedTest
    @CsvSource({"0, WCTR00002, 0", "3, WCTR00002, 0", "4, WCTR00008, 1", "5, WCTR00008, 1", "100, WCTR00008, 1"})
    void what_fails_for_the_fifth_time_and_on_is_told_as_an_error(int attempts, String number, int errors) {
        Node node = new Node(new Consumer("payment", true));
        long message = put("payment", ALICE, "a");
        database.asOwner("UPDATE kernel.outbox SET attempts = " + attempts);

        try (Told told = Told.by("org.walletcounter.kernel")) {
            node.postpone(message, new IllegalStateException("Not now."));
            assertThat(told.messages()).singleElement().asString().startsWith(number + ": Outbox message " + message);
            assertThat(told.errors()).hasSize(errors);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void behind_one_that_is_refused_those_of_its_aggregate_wait_and_go_in_their_order(boolean together)
            throws Exception {
        Consumer consumer = new Consumer("payment", together);
        consumer.refuses = "a1";
        Node node = new Node(consumer);
        put("payment", ALICE, "a1");
        put("payment", ALICE, "a2");
        put("payment", BOB, "b1");

        node.walk();
        assertThat(effects()).containsExactly("b1");
        assertThat(waiting()).containsExactly("a1", "a2");

        consumer.refuses = "";
        clock.pass(Duration.ofSeconds(1));
        while (node.walk()) {
            // of those that go one by one, one of an aggregate goes in a walk
        }
        assertThat(effects()).containsExactly("b1", "a1", "a2");
    }

    @Test
    void two_nodes_never_have_the_same_in_hand_and_do_not_wait_for_each_other() throws Exception {
        Consumer consumer = new Consumer("payment", true);
        Node first = new Node(consumer);
        Node second = new Node(consumer);
        long alices = put("payment", ALICE, "a");
        put("payment", BOB, "b");
        put("payment", CAROL, "c");
        List<String> meanwhile = new ArrayList<>();
        consumer.meanwhile = () -> {
            assertThat(second.walk()).isTrue();
            return meanwhile.addAll(effects());
        };

        assertThat(first.deliver(List.of(new OutboxDelivery.Waiting(alices, "payment", ALICE, true))))
                .containsExactly(alices);

        assertThat(meanwhile).containsExactly("b", "c");
        assertThat(effects()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(waiting()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"payment, payment", "payment, text", "text, payment", "text, text"})
    void what_stands_behind_a_message_in_another_nodes_hands_waits_for_it(String topic, String behind)
            throws Exception {
        Consumer payments = new Consumer("payment", true);
        Consumer texts = new Consumer("text", false);
        Node first = new Node(payments, texts);
        Node second = new Node(payments, texts);
        long alices = put(topic, ALICE, "a1");
        put(behind, ALICE, "a2");
        put("payment", BOB, "b");
        List<String> meanwhile = new ArrayList<>();
        Consumer holding = topic.equals("payment") ? payments : texts;
        holding.meanwhile = () -> {
            second.walk();
            return meanwhile.addAll(effects());
        };

        assertThat(first.deliver(List.of(new OutboxDelivery.Waiting(alices, topic, ALICE, true))))
                .containsExactly(alices);

        assertThat(meanwhile).containsExactly("b");
        while (second.walk()) {
            // what waited
        }
        assertThat(ofAlice()).containsExactly("a1", "a2");
    }

    @Test
    void what_nobody_listens_to_goes_away_unheard() throws Exception {
        Node node = new Node(new Consumer("payment", true));
        put("gossip", ALICE, "a");
        assertThat(node.walk()).isTrue();
        assertThat(waiting()).isEmpty();
        assertThat(effects()).isEmpty();
    }

    /** Puts a message in whose time has come by the test's clock; answers its id. */
    private long put(String topic, UUID aggregate, String json) {
        outbox.put(topic, aggregate, json);
        return transactions.in(() -> {
            try (Connection connection = transactions.source().getConnection();
                    PreparedStatement update = connection.prepareStatement("UPDATE kernel.outbox SET due_at = ?"
                            + " WHERE id = (SELECT max(id) FROM kernel.outbox) RETURNING id")) {
                update.setTimestamp(1, Timestamp.from(clock.instant()));
                try (ResultSet row = update.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private String attempts(long message) throws SQLException {
        return texts("SELECT attempts || ' ' || substring(last_error FROM 'Not now.') FROM kernel.outbox WHERE id = "
                        + message)
                .get(0);
    }

    private Instant dueAt(long message) throws SQLException {
        try (Connection connection = database.app().getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT due_at FROM kernel.outbox WHERE id = " + message);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getTimestamp(1).toInstant();
        }
    }

    private List<String> effects() throws SQLException {
        return texts("SELECT json FROM kernel.effect ORDER BY id");
    }

    private List<String> ofAlice() throws SQLException {
        return texts("SELECT json FROM kernel.effect WHERE aggregate = '" + ALICE + "' ORDER BY id");
    }

    private List<String> waiting() throws SQLException {
        return texts("SELECT payload FROM kernel.outbox ORDER BY id");
    }

    /** What is committed, whoever asks. */
    private List<String> texts(String sql) throws SQLException {
        try (Connection connection = database.app().getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }

    /** A node's worker: each call a transaction of its own, as the container makes it. */
    private final class Node extends OutboxDelivery {

        Node(Consumer... consumers) {
            database = transactions.source();
            clock = OutboxDeliveryTest.this.clock;
            known = all(consumers);
            find();
        }

        boolean walk() throws Exception {
            return new OutboxWalk(this, topics(), PAGE).go();
        }

        @Override
        public List<Waiting> after(long id, int limit) {
            return apart(() -> super.after(id, limit));
        }

        @Override
        public Set<Long> deliver(List<Waiting> messages) {
            return apart(() -> super.deliver(messages));
        }

        @Override
        public void drop(List<Long> ids) {
            apart(() -> {
                super.drop(ids);
                return ids;
            });
        }

        @Override
        public void postpone(long id, Throwable cause) {
            apart(() -> {
                super.postpone(id, cause);
                return id;
            });
        }

        private <T> T apart(Callable<T> work) {
            return transactions.inNew(() -> called(work));
        }
    }

    private static <T> T called(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @SuppressWarnings("unchecked")
    private static Instance<OutboxConsumer> all(Consumer... consumers) {
        return (Instance<OutboxConsumer>) Proxy.newProxyInstance(
                OutboxDeliveryTest.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (self, method, arguments) -> {
                    if (method.getName().equals("stream")) {
                        return List.<OutboxConsumer>of(consumers).stream();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** Writes a row for each message, and refuses one of them afterwards; lets others work while it has one in hand. */
    private final class Consumer implements OutboxConsumer {

        private final String topic;
        private final boolean together;
        private int asked;
        private String refuses = "";
        private @Nullable Callable<Boolean> meanwhile;

        Consumer(String topic, boolean together) {
            this.topic = topic;
            this.together = together;
        }

        @Override
        public String topic() {
            return topic;
        }

        @Override
        public boolean takesManyAtOnce() {
            return together;
        }

        @Override
        public void accept(UUID aggregate, String json) {
            asked++;
            write(aggregate, json);
            if (refuses.equals(json)) {
                throw new IllegalStateException("Not now.");
            }
            Callable<Boolean> others = meanwhile;
            if (others != null) {
                meanwhile = null;
                elsewhere(others);
            }
        }

        /** On a thread of its own, and only for so long: nobody may wait for what is in hand here. */
        private void elsewhere(Callable<Boolean> work) {
            try {
                CompletableFuture.supplyAsync(() -> called(work))
                        .orTimeout(30, TimeUnit.SECONDS)
                        .join();
            } catch (CompletionException failed) {
                throw new AssertionError("The other node could not work meanwhile.", failed);
            }
        }

        private void write(UUID aggregate, String json) {
            try (Connection connection = transactions.source().getConnection();
                    PreparedStatement insert =
                            connection.prepareStatement("INSERT INTO kernel.effect (aggregate, json) VALUES (?, ?)")) {
                insert.setObject(1, aggregate);
                insert.setString(2, json);
                insert.executeUpdate();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
