package org.walletcounter.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.walletcounter.imports.ImportError;
import org.walletcounter.imports.ImportView;
import org.walletcounter.imports.ImportView.State;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.testing.Heard;
import org.walletcounter.testing.Moment;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.testing.TestTransactions;

/** Several servers share a database: each knows its own runs, and goes on with another's if it has the file. */
class ResumingElsewhereTest {

    private static final TestPersistence PERSISTENCE =
            new TestPersistence(new TestTransactions(TestDatabase.shared().app()));

    @TempDir
    private Path folder;

    private final Moment clock = new Moment();
    private final ImportRuns runs = new ImportRuns(clock, new Heard<>(), new Heard<>());
    private final UUID merchant = UUID.randomUUID();
    private final Actor manager = new Actor("staff:sam", "Sam", "manager", merchant, null);

    ResumingElsewhereTest() {
        runs.entities = PERSISTENCE.current();
    }

    @Test
    void aRunWhoseFileAnotherServerKeepsToItselfIsNotBegunHere() throws IOException {
        ThisServer here = new ThisServer("here", folder);
        UUID id = brokenOff();
        assertThatThrownBy(() -> PERSISTENCE.inNew(() -> runs.resume(manager, id, here)))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(ImportError.FILE_NOT_HERE));
        assertThat(PERSISTENCE.inNew(() -> runs.view(manager, id)))
                .returns(State.FAILED, ImportView::state)
                .returns("server-stopped", ImportView::problem);

        Files.writeString(folder.resolve(id + ".csv"), "shared by now");
        assertThat(PERSISTENCE.inNew(() -> runs.resume(manager, id, here)).state())
                .isEqualTo(State.RUNNING);
    }

    @Test
    void twoServersOfOneHostAreTwo() {
        assertThat(ImportsSettings.node(given(Map.of("jboss.node.name", "host"))))
                .isEqualTo("host");
        assertThat(ImportsSettings.node(given(Map.of("jboss.node.name", "host", "jboss.tx.node.id", "counter-2"))))
                .isEqualTo("counter-2");
    }

    private static Config given(Map<String, String> values) {
        return (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (config, method, arguments) -> Optional.ofNullable(values.get((String) arguments[0])));
    }

    private UUID brokenOff() {
        UUID id = UUID.randomUUID();
        ImportRun run = new ImportRun(
                id,
                new ImportRun.Received(merchant, UUID.randomUUID(), "sales.csv", id + ".csv", 3, "Sam"),
                "elsewhere",
                clock.instant());
        run.end(State.FAILED, "server-stopped", clock.instant());
        return PERSISTENCE.inNew(() -> {
            PERSISTENCE.current().persist(run);
            return id;
        });
    }
}
