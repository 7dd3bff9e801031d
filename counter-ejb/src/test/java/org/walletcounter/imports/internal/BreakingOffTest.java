package org.walletcounter.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.imports.ImportEnded;
import org.walletcounter.imports.ImportView;
import org.walletcounter.imports.ImportView.State;
import org.walletcounter.testing.Heard;
import org.walletcounter.testing.Moment;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.testing.TestTransactions;

/** A run that is marked as running has somebody at work on it, or can soon be resumed. */
class BreakingOffTest {

    private static final TestPersistence PERSISTENCE =
            new TestPersistence(new TestTransactions(TestDatabase.shared().app()));

    private final Moment clock = new Moment();
    private final Heard<ImportEnded> endings = new Heard<>();
    private final BreakingOff breaking = new BreakingOff(clock, endings);
    private final String here = "node-" + UUID.randomUUID();
    private final String elsewhere = "node-" + UUID.randomUUID();

    BreakingOffTest() {
        breaking.entities = PERSISTENCE.current();
    }

    @Test
    void aRunWhoseWorkerCouldNotNoteItsEndIsBrokenOffWithinTwoMinutes() {
        UUID left = begun(here);
        UUID atWork = begun(here);
        clock.pass(Duration.ofMinutes(1));
        look(here, atWork);
        assertThat(run(left).state()).isEqualTo(State.RUNNING);
        clock.pass(Duration.ofMinutes(1));
        look(here, atWork);
        assertThat(run(left)).returns(State.FAILED, ImportView::state).returns("ended-untold", ImportView::problem);
        assertThat(run(left).endedAt()).isEqualTo(clock.instant());
        assertThat(run(atWork).state()).isEqualTo(State.RUNNING);
        assertThat(endings.all()).containsOnly(new ImportEnded(left, State.FAILED));
    }

    @Test
    void aRunOfAServerThatIsNotHeardOfAnyMoreIsBrokenOffAfterTenMinutes() {
        String alive = "node-" + UUID.randomUUID();
        UUID left = begun(elsewhere);
        UUID atWork = begun(alive);
        clock.pass(Duration.ofMinutes(10));
        look(alive, atWork);
        look(here);
        assertThat(run(left).state()).isEqualTo(State.RUNNING);
        clock.pass(Duration.ofSeconds(1));
        look(here);
        assertThat(run(left)).returns(State.FAILED, ImportView::state).returns("server-stopped", ImportView::problem);
        assertThat(run(atWork).state()).isEqualTo(State.RUNNING);
    }

    @Test
    void aServerThatStartsAnewBreaksOffWhatItWasAtWorkOnAndNothingElse() {
        UUID left = begun(here);
        UUID theirs = begun(elsewhere);
        PERSISTENCE.inNew(() -> breaking.ofStopped(here));
        assertThat(run(left)).returns(State.FAILED, ImportView::state).returns("server-stopped", ImportView::problem);
        assertThat(run(theirs).state()).isEqualTo(State.RUNNING);
    }

    @Test
    void whatWasResumedElsewhereIsNoLongerOfTheServerThatGoesOnWithIt() {
        UUID resumed = begun(elsewhere);
        clock.pass(Duration.ofMinutes(11));
        look(here, resumed);
        assertThat(run(resumed).state()).isEqualTo(State.FAILED);
    }

    private void look(String node, UUID... atWork) {
        PERSISTENCE.inNew(() -> breaking.forsaken(node, Set.of(atWork)));
    }

    private UUID begun(String node) {
        UUID id = UUID.randomUUID();
        ImportRun.Received received =
                new ImportRun.Received(UUID.randomUUID(), UUID.randomUUID(), "sales.csv", id + ".csv", 3, "Sam");
        return PERSISTENCE.inNew(() -> {
            PERSISTENCE.current().persist(new ImportRun(id, received, node, clock.instant()));
            return id;
        });
    }

    private static ImportView run(UUID id) {
        return PERSISTENCE.inNew(
                () -> PERSISTENCE.current().find(ImportRun.class, id).view());
    }
}
