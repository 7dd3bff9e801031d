package org.walletcounter.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.walletcounter.imports.ImportView.State;
import org.walletcounter.testing.Heard;
import org.walletcounter.testing.Moment;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.testing.TestTransactions;

/** What was left in the import folder goes as a server starts, but nothing that somebody can go on with. */
class ForgettingFilesTest {

    private static final TestPersistence PERSISTENCE =
            new TestPersistence(new TestTransactions(TestDatabase.shared().app()));
    private static final Duration OLD = Duration.ofHours(25);

    @TempDir
    private Path folder;

    private final Moment clock = new Moment();
    private final ImportRuns runs = new ImportRuns(clock, new Heard<>(), new Heard<>());
    private final ForgettingFiles forgetting = new ForgettingFiles(runs, new KeptFiles(), clock);

    ForgettingFilesTest() {
        runs.entities = PERSISTENCE.current();
    }

    @Test
    void anOldFileOfNoRunAndOneOfACompletedRunGo() throws IOException {
        Path orphan = file(UUID.randomUUID() + ".csv", OLD);
        Path completed = file(run(State.COMPLETED) + ".csv", OLD);
        assertThat(leftBehind(folder)).isEqualTo(2);
        assertThat(orphan).doesNotExist();
        assertThat(completed).doesNotExist();
    }

    @Test
    void oneOfARunThatGoesOnOrCanGoOnStays() throws IOException {
        Path running = file(run(State.RUNNING) + ".csv", OLD);
        Path paused = file(run(State.PAUSED) + ".csv", OLD);
        Path failed = file(run(State.FAILED) + ".csv", OLD);
        assertThat(leftBehind(folder)).isZero();
        assertThat(running).exists();
        assertThat(paused).exists();
        assertThat(failed).exists();
    }

    @Test
    void oneWhoseRunMayBeginAnyMomentStays() throws IOException {
        Path young = file(UUID.randomUUID() + ".csv", Duration.ofHours(23));
        assertThat(leftBehind(folder)).isZero();
        assertThat(young).exists();
    }

    @Test
    void whatTheCounterDidNotPutThereIsNoneOfItsBusiness() throws IOException {
        Path own = file("history.csv", OLD);
        Path copy = file(UUID.randomUUID() + ".csv.copy", OLD);
        assertThat(leftBehind(folder)).isZero();
        assertThat(own).exists();
        assertThat(copy).exists();
    }

    @Test
    void beforeTheFirstImportThereIsNoFolder() {
        assertThat(leftBehind(folder.resolve("none"))).isZero();
    }

    private int leftBehind(Path where) {
        return PERSISTENCE.inNew(() -> forgetting.leftBehind(where));
    }

    private Path file(String name, Duration age) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "InvoiceNo");
        return Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(age)));
    }

    private UUID run(State state) {
        UUID id = UUID.randomUUID();
        ImportRun run = new ImportRun(
                id,
                new ImportRun.Received(UUID.randomUUID(), UUID.randomUUID(), "sales.csv", id + ".csv", 3, "Sam"),
                "node-" + id,
                clock.instant());
        if (state != State.RUNNING) {
            run.end(state, null, clock.instant());
        }
        return PERSISTENCE.inNew(() -> {
            PERSISTENCE.current().persist(run);
            return id;
        });
    }
}
