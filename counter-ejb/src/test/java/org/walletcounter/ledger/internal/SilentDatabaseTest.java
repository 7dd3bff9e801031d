package org.walletcounter.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
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
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Submission;
import org.walletcounter.testing.Impatient;
import org.walletcounter.testing.TestDatabase;

/** A database that vanishes without a word cannot be told from a slow one, but by how long it is silent. */
class SilentDatabaseTest {

    private static final TestDatabase DATABASE = TestDatabase.shared();

    private final UUID merchant = DATABASE.newMerchant();

    @Test
    void whoWaitsForADatabaseThatHasVanishedHearsThatItIsAwayAndTheNextOneIsServed() throws Exception {
        PGSimpleDataSource straight = (PGSimpleDataSource) DATABASE.app();
        try (TestLedger ledger = TestLedger.on(DATABASE, Clock.systemUTC());
                Cable cable = Cable.to(straight.getPortNumbers()[0]);
                Connection blocker = DATABASE.app().getConnection()) {
            AccountId cash = ledger.free(merchant, "cash");
            AccountId wallet = ledger.wallet(merchant, "member:1");
            GroupCommit commits = started(Impatient.source(DATABASE, cable.port()));
            blocker.setAutoCommit(false);
            blocker.createStatement()
                    .execute("SELECT 1 FROM ledger.account WHERE id = " + wallet.value() + " FOR UPDATE");
            Journal inHand = ledger.transfer(merchant, cash, wallet, 1);
            CompletableFuture<Outcome> heldUp = submitted(commits, inHand);
            Impatient.awaitBlocked(DATABASE);

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
        assertThat(Impatient.outwaiting(TestDatabase.fresh(), "ledger.hold", source -> new LedgerChecks(source).all()))
                .isEmpty();
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
}
