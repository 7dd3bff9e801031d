package org.walletcounter.kernel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.Told;

/** What the operator is told at a start, by the log. */
class DatabaseSettingsTest {

    private static final String NOT_KEPT = "WCTR00005";
    private final Told told = Told.by("org.walletcounter.kernel");

    @AfterEach
    void listenNoMore() {
        told.close();
    }

    @Test
    void whatLetsACommitBeAcknowledgedEarlyIsNamed() {
        start(database("-c synchronous_commit=off"));
        assertThat(told.messages()).anyMatch(line -> line.startsWith(NOT_KEPT) && line.contains("synchronous_commit"));
    }

    @Test
    void aCommitThatWaitsForTheDiskAloneIsKept() {
        start(database("-c synchronous_commit=local"));
        assertThat(told.messages()).noneMatch(line -> line.contains("synchronous_commit"));
    }

    @Test
    void aTableOfLocksIsToldOfWhenTheMonthsHaveOutgrownIt() {
        TestDatabase old = TestDatabase.fresh();
        start(database(old, ""));
        assertThat(told.messages()).noneMatch(line -> line.startsWith("WCTR00009"));
        for (int year = 0; year < 4; year++) {
            old.asOwner("SELECT ledger.make_partitions(now() - n * interval '1 month') FROM generate_series(%d, %d) n"
                    .formatted(year * 12, year * 12 + 11));
        }
        start(database(old, ""));
        assertThat(told.messages())
                .anyMatch(line -> line.startsWith("WCTR00009") && line.contains("max_locks_per_transaction = 512"));
    }

    @Test
    void aDatabaseThatCannotBeAskedKeepsNobodyFromStarting() {
        PGSimpleDataSource nowhere = database("");
        nowhere.setPortNumbers(new int[] {1});
        start(nowhere);
        assertThat(told.messages()).singleElement().asString().startsWith("WCTR00007");
    }

    private static void start(PGSimpleDataSource database) {
        DatabaseSettings settings = new DatabaseSettings();
        settings.database = database;
        settings.look();
    }

    private static PGSimpleDataSource database(String options) {
        return database(TestDatabase.shared(), options);
    }

    private static PGSimpleDataSource database(TestDatabase which, String options) {
        PGSimpleDataSource app = (PGSimpleDataSource) which.app();
        PGSimpleDataSource own = new PGSimpleDataSource();
        own.setUrl(app.getURL());
        own.setUser(app.getUser());
        own.setOptions(options);
        return own;
    }
}
