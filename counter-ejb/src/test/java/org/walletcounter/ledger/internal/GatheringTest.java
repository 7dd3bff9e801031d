package org.walletcounter.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Ids;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.BulkDebit;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.Journal;

/** When a writer begins, and what it takes: at most ten at once, and a crowd is four. */
class GatheringTest {

    private static final int BATCH = 10;
    private static final int CROWD = 4;
    private static final int QUEUE = 6;

    private final Gathering gathering = new Gathering(new LedgerSettings(2, BATCH, CROWD, QUEUE, 0));

    @Test
    void theFirstBeginsAtOnceAndTheNextWhenACrowdWaits() {
        assertThat(gathering.hasWorkForOneMore()).isFalse();
        gathering.add(one());
        assertThat(gathering.hasWorkForOneMore()).as("nobody waits for company").isTrue();
        begin();

        for (int i = 1; i < CROWD; i++) {
            gathering.add(one());
            assertThat(gathering.hasWorkForOneMore()).as("%d wait", i).isFalse();
        }
        gathering.add(one());
        assertThat(gathering.hasWorkForOneMore()).as("a crowd waits").isTrue();
        assertThat(begin()).hasSize(CROWD);
        assertThat(gathering.hasWorkForOneMore()).as("nobody waits any more").isFalse();
    }

    @Test
    void manyDebitsThatCameAsOneAreACrowd() {
        gathering.add(many(CROWD));
        begin();
        gathering.add(many(CROWD - 1));
        assertThat(gathering.hasWorkForOneMore()).isFalse();
        gathering.add(one());
        assertThat(gathering.hasWorkForOneMore()).isTrue();
        begin();
        gathering.add(many(CROWD));
        assertThat(gathering.hasWorkForOneMore()).isTrue();
    }

    @Test
    void whatIsLeftOfACrowdWaitsForAWriterToEnd() {
        for (int i = 0; i < QUEUE; i++) {
            gathering.add(many(BATCH / 2));
        }
        assertThat(gathering.hasRoom()).isFalse();
        assertThat(begin()).hasSize(2);
        assertThat(begin()).hasSize(2);
        assertThat(gathering.hasRoom()).isTrue();
        assertThat(begin()).hasSize(2);
        gathering.add(many(CROWD - 1));
        assertThat(gathering.hasWorkForOneMore()).isFalse();
        gathering.end();
        gathering.end();
        assertThat(gathering.hasWorkForOneMore()).as("one is still at work").isFalse();
        gathering.end();
        assertThat(gathering.hasWorkForOneMore()).isTrue();
    }

    @Test
    void whenNobodyWillComeAnyMoreAllLeave() {
        Waiting waiting = many(CROWD);
        gathering.add(waiting);
        assertThat(gathering.leave()).containsExactly(waiting);
        assertThat(gathering.isEmpty()).isTrue();
        gathering.add(one());
        begin();
        gathering.add(one());
        assertThat(gathering.hasWorkForOneMore()).as("who has left is no crowd").isFalse();
    }

    private List<Waiting> begin() {
        List<Waiting> batch = new ArrayList<>();
        gathering.begin(batch);
        return batch;
    }

    private static Waiting one() {
        return many(1);
    }

    private static Waiting many(int debits) {
        Clock clock = Clock.systemUTC();
        UUID id = Ids.next(clock);
        AccountId wallet = new AccountId(1);
        Companion.Row registered =
                new Companion.Row(new Companion.Table("tap", List.of("id"), List.of("uuid")), new Object[] {id});
        Journal frame = new Journal(
                id,
                "payment",
                new Journal.Scope(id, null, null, "gate", null),
                Journal.Facts.plain(clock.instant(), LocalDate.EPOCH, "{}"),
                List.of());
        List<BulkDebit.Part> parts = IntStream.range(0, debits)
                .mapToObj(i -> new BulkDebit.Part(Ids.next(clock), wallet, 1, List.of(), registered))
                .toList();
        Bulk bulk = new Bulk(new BulkDebit(frame, new AccountId(2), parts, outcomes -> List.of()));
        return new Waiting(bulk, () -> {}, failure -> {});
    }
}
