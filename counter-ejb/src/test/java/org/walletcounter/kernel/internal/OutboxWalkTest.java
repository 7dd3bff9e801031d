package org.walletcounter.kernel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Walks over a list instead of a table, with consumers that refuse what they are told to. */
class OutboxWalkTest {

    private static final int PAGE = 10;
    private static final UUID ALICE = new UUID(0, 1);
    private static final UUID BOB = new UUID(0, 2);
    private final Desk desk = new Desk();

    @Test
    void those_behind_many_that_must_wait_are_reached() throws Exception {
        for (int i = 0; i < 5 * PAGE; i++) {
            desk.waits("text", UUID.randomUUID(), false);
        }
        long late = desk.waits("payment", ALICE, true);
        assertThat(walk()).isTrue();
        assertThat(desk.delivered).containsExactly(late);
        assertThat(walk()).isFalse();
    }

    @Test
    void messages_of_one_aggregate_keep_their_order_across_pages() throws Exception {
        desk.waits("payment", ALICE, false);
        for (int i = 0; i < 2 * PAGE; i++) {
            desk.waits("text", UUID.randomUUID(), false);
        }
        desk.waits("payment", ALICE, true);
        long bobs = desk.waits("payment", BOB, true);
        walk();
        assertThat(desk.delivered).containsExactly(bobs);
    }

    @Test
    void behind_one_that_is_refused_its_followers_wait_and_nobody_else() throws Exception {
        long refused = desk.waits("payment", ALICE, true);
        desk.waits("payment", ALICE, true);
        desk.waits("text", ALICE, true);
        long bobs = desk.waits("payment", BOB, true);
        desk.refuses.add(refused);
        walk();
        assertThat(desk.delivered).containsExactly(bobs);
        assertThat(desk.postponed).containsExactly(refused);
    }

    @Test
    void what_goes_with_others_goes_before_what_goes_alone_behind_it() throws Exception {
        long first = desk.waits("payment", ALICE, true);
        long second = desk.waits("text", ALICE, true);
        desk.refuses.add(desk.waits("payment", BOB, true));
        walk();
        assertThat(desk.delivered).containsExactly(first, second);
    }

    @Test
    void a_service_that_is_away_is_not_asked_for_every_message() throws Exception {
        for (int i = 0; i < 4 * PAGE; i++) {
            desk.refuses.add(desk.waits("text", UUID.randomUUID(), true));
        }
        long payment = desk.waits("payment", ALICE, true);
        long letter = desk.waits("letter", BOB, true);
        assertThat(walk()).isTrue();
        assertThat(desk.delivered).containsExactly(payment, letter);
        assertThat(desk.postponed).hasSize(3);
        walk();
        assertThat(desk.postponed).hasSize(6);
    }

    @Test
    void a_wave_of_one_topic_keeps_no_other_waiting_until_all_of_it_is_out() throws Exception {
        desk.pace = Duration.ofMillis(100);
        for (int i = 0; i < 20 * PAGE; i++) {
            desk.waits("text", UUID.randomUUID(), true);
        }
        long payment = desk.waits("payment", ALICE, true);
        long letter = desk.waits("letter", BOB, true);
        assertThat(walk()).isTrue();
        assertThat(desk.delivered).contains(payment, letter).hasSizeLessThan(20 * PAGE);
        while (walk()) {
            // the rest goes in walks that follow at once
        }
        assertThat(desk.delivered).hasSize(20 * PAGE + 2);
        assertThat(desk.table).isEmpty();
    }

    @Test
    void a_service_that_is_fast_has_its_wave_out_in_one_walk() throws Exception {
        desk.pace = Duration.ofMillis(5);
        for (int i = 0; i < 20 * PAGE; i++) {
            desk.waits("text", UUID.randomUUID(), true);
        }
        walk();
        assertThat(desk.delivered).hasSize(20 * PAGE);
    }

    @Test
    void a_service_that_hangs_before_it_fails_is_left_until_the_next_walk() throws Exception {
        desk.pace = Duration.ofSeconds(30);
        for (int i = 0; i < PAGE; i++) {
            desk.refuses.add(desk.waits("text", UUID.randomUUID(), true));
        }
        long letter = desk.waits("letter", BOB, true);
        walk();
        assertThat(desk.postponed).hasSize(1);
        assertThat(desk.delivered).containsExactly(letter);
    }

    @Test
    void what_nobody_listens_to_is_dropped() throws Exception {
        long unheard = desk.waits("gossip", ALICE, true);
        assertThat(walk()).isTrue();
        assertThat(desk.dropped).containsExactly(unheard);
        assertThat(walk()).isFalse();
    }

    private boolean walk() throws Exception {
        OutboxDelivery.Topics topics =
                new OutboxDelivery.Topics(Set.of("payment", "text", "letter"), Set.of("text", "letter"));
        return new OutboxWalk(desk, topics, PAGE, () -> desk.nanos).go();
    }

    /** The table: what is refused is undone with all that was handed over with it. Each delivery takes its time. */
    private static final class Desk extends OutboxDelivery {

        private final TreeMap<Long, Waiting> table = new TreeMap<>();
        private final Set<Long> refuses = new HashSet<>();
        private final List<Long> delivered = new ArrayList<>();
        private final List<Long> postponed = new ArrayList<>();
        private final List<Long> dropped = new ArrayList<>();
        private Duration pace = Duration.ZERO;
        private long nanos;

        long waits(String topic, UUID aggregate, boolean due) {
            long id = table.isEmpty() ? 1 : table.lastKey() + 1;
            table.put(id, new Waiting(id, topic, aggregate, due));
            return id;
        }

        @Override
        public List<Waiting> after(long id, int limit) {
            return table.tailMap(id, false).values().stream().limit(limit).toList();
        }

        @Override
        public Set<Long> deliver(List<Waiting> messages) {
            List<Long> ids = messages.stream().map(Waiting::id).toList();
            nanos += pace.toNanos();
            if (ids.stream().anyMatch(refuses::contains)) {
                throw new IllegalStateException("Not this one.");
            }
            ids.forEach(table::remove);
            delivered.addAll(ids);
            return Set.copyOf(ids);
        }

        @Override
        public void drop(List<Long> ids) {
            ids.forEach(table::remove);
            dropped.addAll(ids);
        }

        @Override
        public void postpone(long id, Throwable cause) {
            table.computeIfPresent(id, (same, message) -> new Waiting(id, message.topic(), message.aggregate(), false));
            postponed.add(id);
        }
    }
}
