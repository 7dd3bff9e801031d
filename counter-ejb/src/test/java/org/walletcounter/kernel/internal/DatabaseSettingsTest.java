package org.walletcounter.kernel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.walletcounter.testing.TestDatabase;

/** What the operator is told at a start, by the log. */
class DatabaseSettingsTest {

    private static final String NOT_KEPT = "WCTR00005";
    private final Logger log = Logger.getLogger("org.walletcounter.kernel");
    private final Told told = new Told();

    @BeforeEach
    void listen() {
        log.addHandler(told);
    }

    @AfterEach
    void listenNoMore() {
        log.removeHandler(told);
    }

    @Test
    void whatLetsACommitBeAcknowledgedEarlyIsNamed() {
        start(database("-c synchronous_commit=off"));
        assertThat(told.messages).anyMatch(line -> line.startsWith(NOT_KEPT) && line.contains("synchronous_commit"));
    }

    @Test
    void aCommitThatWaitsForTheDiskAloneIsKept() {
        start(database("-c synchronous_commit=local"));
        assertThat(told.messages).noneMatch(line -> line.contains("synchronous_commit"));
    }

    @Test
    void aDatabaseThatCannotBeAskedKeepsNobodyFromStarting() {
        PGSimpleDataSource nowhere = database("");
        nowhere.setPortNumbers(new int[] {1});
        start(nowhere);
        assertThat(told.messages).singleElement().asString().startsWith("WCTR00007");
    }

    private static void start(PGSimpleDataSource database) {
        DatabaseSettings settings = new DatabaseSettings();
        settings.database = database;
        settings.look();
    }

    private static PGSimpleDataSource database(String options) {
        PGSimpleDataSource app = (PGSimpleDataSource) TestDatabase.shared().app();
        PGSimpleDataSource own = new PGSimpleDataSource();
        own.setUrl(app.getURL());
        own.setUser(app.getUser());
        own.setOptions(options);
        return own;
    }

    /** Keeps what is logged. */
    private static final class Told extends Handler {

        private final List<String> messages = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord record) {
            messages.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
