package org.walletcounter.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.walletcounter.imports.ImportError;
import org.walletcounter.imports.ImportView;
import org.walletcounter.imports.ImportView.State;
import org.walletcounter.imports.internal.file.Day;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.testing.Heard;
import org.walletcounter.testing.Moment;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.testing.TestTransactions;

/** What is changed of a run while its worker moves the checkpoint of the same row. */
class ImportRunsTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final TestPersistence PERSISTENCE = new TestPersistence(new TestTransactions(DATABASE.app()));

    private final Moment clock = new Moment();
    private final ImportRuns runs = new ImportRuns(clock, new Heard<>(), new Heard<>());
    private final UUID merchant = UUID.randomUUID();
    private final Actor manager = new Actor("staff:sam", "Sam", "manager", merchant, null);

    ImportRunsTest() {
        runs.entities = PERSISTENCE.current();
    }

    @Test
    @Timeout(60)
    void aPauseWaitsForTheDayThatIsBeingNotedAndIsNotTakenForASecondRun() {
        UUID id = kept(run(UUID.randomUUID(), merchant));
        CompletableFuture<ImportView> paused = PERSISTENCE.inNew(() -> {
            PERSISTENCE.current().find(ImportRun.class, id).dealtWith(day(), 0, clock.instant());
            PERSISTENCE.current().flush();
            CompletableFuture<ImportView> waiting =
                    CompletableFuture.supplyAsync(() -> PERSISTENCE.inNew(() -> runs.pause(manager, id)));
            awaitBlocked();
            return waiting;
        });
        assertThat(paused.join()).returns(State.RUNNING, ImportView::state).returns(3L, ImportView::linesRead);
    }

    @Test
    void whatTheDatabaseRefusesIsOnlyASecondRunWhenItIsOne() {
        UUID id = kept(run(UUID.randomUUID(), merchant));
        UUID taken = kept(run(UUID.randomUUID(), UUID.randomUUID()));
        assertThatThrownBy(() -> pauseBeside(run(UUID.randomUUID(), merchant), id))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(ImportError.ALREADY_RUNNING));
        assertThatThrownBy(() -> pauseBeside(run(taken, UUID.randomUUID()), id))
                .isInstanceOf(PersistenceException.class);
    }

    @Test
    void whoIsBoundToAStoreSeesAndStopsOnlyWhatGoesIntoIt() {
        ImportRun over = run(UUID.randomUUID(), merchant);
        over.end(State.COMPLETED, null, clock.instant());
        UUID elsewhere = kept(over);
        ImportRun running = run(UUID.randomUUID(), merchant);
        Actor bound =
                new Actor("staff:bo", "Bo", "manager", merchant, running.order().storeId());
        UUID here = kept(running);

        List<ImportView> own = PERSISTENCE.inNew(() -> runs.all(bound));
        List<ImportView> all = PERSISTENCE.inNew(() -> runs.all(manager));
        assertThat(own).extracting(ImportView::id).containsExactly(here);
        assertThat(all).extracting(ImportView::id).containsExactlyInAnyOrder(elsewhere, here);
        assertThat(PERSISTENCE.inNew(() -> runs.view(bound, here)).id()).isEqualTo(here);
        refusedAsUnknown(() -> runs.view(bound, elsewhere));
        refusedAsUnknown(() -> runs.pause(bound, elsewhere));
        assertThat(PERSISTENCE.inNew(() -> runs.pause(bound, here)).id()).isEqualTo(here);
    }

    @Test
    void aFileIsNeededUntilItsRunIsCompleted() {
        UUID paused = kept(run(UUID.randomUUID(), merchant));
        UUID over = kept(run(UUID.randomUUID(), UUID.randomUUID()));
        UUID brokenOff = kept(run(UUID.randomUUID(), UUID.randomUUID()));
        PERSISTENCE.inNew(() -> runs.end(brokenOff, State.FAILED, "server-stopped"));

        assertThat(PERSISTENCE.inNew(() -> runs.end(paused, State.PAUSED, null)))
                .isEmpty();
        assertThat(PERSISTENCE.inNew(() -> runs.end(brokenOff, State.COMPLETED, null)))
                .as("broken off behind its worker's back, it can be resumed")
                .isEmpty();
        assertThat(PERSISTENCE.inNew(() -> runs.end(over, State.COMPLETED, null)))
                .contains(over + ".csv");
        assertThat(PERSISTENCE.inNew(runs::filesNeeded))
                .contains(paused + ".csv", brokenOff + ".csv")
                .doesNotContain(over + ".csv");
    }

    private static void refusedAsUnknown(Supplier<ImportView> command) {
        assertThatThrownBy(() -> PERSISTENCE.inNew(command))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(ImportError.NO_SUCH_IMPORT));
    }

    private void pauseBeside(ImportRun another, UUID id) {
        PERSISTENCE.inNew(() -> {
            PERSISTENCE.current().persist(another);
            return runs.pause(manager, id);
        });
    }

    private ImportRun run(UUID id, UUID of) {
        return new ImportRun(
                id,
                new ImportRun.Received(of, UUID.randomUUID(), "sales.csv", id + ".csv", 3, "Sam"),
                "one",
                clock.instant());
    }

    private static UUID kept(ImportRun run) {
        return PERSISTENCE.inNew(() -> {
            PERSISTENCE.current().persist(run);
            return run.order().id();
        });
    }

    private static Day day() {
        return new Day(1, LocalDate.of(2010, 12, 1), List.of(), 3);
    }

    private static void awaitBlocked() {
        while (PERSISTENCE.inNew(ImportRunsTest::blocked) == 0) {
            Thread.onSpinWait();
        }
    }

    private static long blocked() {
        Object number = PERSISTENCE
                .current()
                .createNativeQuery("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                        + " AND datname = current_database()")
                .getSingleResult();
        return ((Number) number).longValue();
    }
}
