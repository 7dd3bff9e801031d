package org.walletcounter.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.Finding;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Submission;
import org.walletcounter.testing.TestDatabase;

/** A database that vanishes without a word cannot be told from a slow one, but by how long it is silent. */
class SilentDatabaseTest {

    private static final TestDatabase DATABASE = TestDatabase.shared();
    private static final int SILENCE_SECONDS = 2;
    private static final String OF_THIS_TEST = "silent-database";

    private final UUID merchant = DATABASE.newMerchant();

    @Test
    void whoWaitsForADatabaseThatHasVanishedHearsThatItIsAwayAndTheNextOneIsServed() throws Exception {
        PGSimpleDataSource straight = (PGSimpleDataSource) DATABASE.app();
        try (TestLedger ledger = TestLedger.on(DATABASE, Clock.systemUTC());
                Cable cable = Cable.to(straight.getPortNumbers()[0]);
                Connection blocker = DATABASE.app().getConnection()) {
            AccountId cash = ledger.free(merchant, "cash");
            AccountId wallet = ledger.wallet(merchant, "member:1");
            GroupCommit commits = started(source(DATABASE, cable.port()));
            blocker.setAutoCommit(false);
            blocker.createStatement()
                    .execute("SELECT 1 FROM ledger.account WHERE id = " + wallet.value() + " FOR UPDATE");
            Journal inHand = ledger.transfer(merchant, cash, wallet, 1);
            CompletableFuture<Outcome> heldUp = submitted(commits, inHand);
            awaitBlocked(DATABASE);

            cable.cut();
            blocker.rollback();
            assertThat(heldUp.get(10, TimeUnit.SECONDS))
                    .isEqualTo(new Outcome.Refused(
                            KernelError.UNAVAILABLE, List.of(inHand.id().toString())));

            Journal next = ledger.transfer(merchant, cash, wallet, 2);
            assertThat(submitted(commits, next).get(10, TimeUnit.SECONDS)).isInstanceOf(Outcome.Posted.class);
            assertThat(ledger.balance(wallet)).isEqualTo(2);
            commits.stop();
        }
    }

    /** One query of the check reads all that was ever booked. */
    @Test
    void theCheckOfTheBooksMayTakeLonger() throws Exception {
        TestDatabase books = TestDatabase.fresh();
        DataSource own = source(books, ((PGSimpleDataSource) books.app()).getPortNumbers()[0]);
        try (Connection blocker = books.owner().getConnection()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("LOCK TABLE ledger.hold IN ACCESS EXCLUSIVE MODE");
            CompletableFuture<List<Finding>> check = CompletableFuture.supplyAsync(() -> new LedgerChecks(own).all());
            awaitBlocked(books);

            assertThatThrownBy(() -> readHolds(own)) // began to wait later, and has given up
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(SqlState.of(failure)).isEqualTo(SqlState.CONNECTION_LOST));
            assertThat(check).isNotDone();
            blocker.rollback();
            assertThat(check.get(10, TimeUnit.SECONDS)).isEmpty();
        }
    }

    private static void readHolds(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.createStatement().execute("SELECT count(*) FROM ledger.hold");
        }
    }

    private static DataSource source(TestDatabase database, int port) {
        PGSimpleDataSource source = (PGSimpleDataSource) database.app();
        source.setPortNumbers(new int[] {port});
        source.setApplicationName(OF_THIS_TEST);
        source.setSocketTimeout(SILENCE_SECONDS);
        return source;
    }

    private static GroupCommit started(DataSource source) {
        GroupCommit commits =
                new GroupCommit(new Batches(source, new Writer(Clock.systemUTC())), LedgerSettings.STANDARD);
        commits.start(work -> {
            Thread thread = new Thread(work, "ledger-writer");
            thread.setDaemon(true);
            return thread;
        });
        return commits;
    }

    private static CompletableFuture<Outcome> submitted(GroupCommit commits, Journal journal) {
        return commits.submit(new Submission(journal, null, Companion.NONE)).toCompletableFuture();
    }

    private static void awaitBlocked(TestDatabase database) throws SQLException {
        try (Connection connection = database.app().getConnection();
                var blocked = connection.prepareStatement("SELECT count(*) FROM pg_stat_activity WHERE"
                        + " application_name = ? AND wait_event_type = 'Lock'")) {
            blocked.setString(1, OF_THIS_TEST);
            long waiting = 0;
            while (waiting == 0) {
                try (var row = blocked.executeQuery()) {
                    row.next();
                    waiting = row.getLong(1);
                }
            }
        }
    }
}
