package org.walletcounter.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Submission;
import org.walletcounter.testing.TestDatabase;

/** What becomes of a batch when something goes wrong on the way. */
class GroupCommitTest {

    private static final TestDatabase DATABASE = TestDatabase.shared();
    private final UUID merchant = DATABASE.newMerchant();

    @Test
    void whenTooMuchWaitsNewWorkIsRefusedAtOnceAndTheRestIsDone() throws SQLException {
        try (TestLedger ledger = TestLedger.with(DATABASE, Clock.systemUTC(), new LedgerSettings(1, 1, 1, 3, 10));
                var blocker = DATABASE.app().getConnection()) {
            AccountId cash = ledger.free(merchant, "cash");
            AccountId wallet = ledger.wallet(merchant, "member:1");
            blocker.setAutoCommit(false);
            blocker.createStatement()
                    .execute("SELECT 1 FROM ledger.account WHERE id = " + wallet.value() + " FOR UPDATE");
            List<CompletableFuture<Outcome>> answers = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                answers.add(later(ledger, ledger.transfer(merchant, cash, wallet, 1)));
            }
            long busy = answers.stream().filter(CompletableFuture::isDone).count();
            assertThat(busy).isBetween(6L, 7L);
            assertThat(answers.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join))
                    .containsOnly(new Outcome.Refused(LedgerError.BUSY, List.of()));

            blocker.rollback();
            assertThat(answers.stream().map(CompletableFuture::join).filter(Outcome.Posted.class::isInstance))
                    .hasSize(10 - (int) busy);
            assertThat(ledger.balance(wallet)).isEqualTo(10 - busy);
        }
    }

    @Test
    void whoIsHeldUpKeepsNobodyElseWaiting() throws Exception {
        LedgerSettings crowdThatNeverComes = new LedgerSettings(2, 50, 100, 100, 10);
        try (TestLedger ledger = TestLedger.with(DATABASE, Clock.systemUTC(), crowdThatNeverComes);
                var blocker = DATABASE.app().getConnection()) {
            AccountId cash = ledger.free(merchant, "cash");
            AccountId wallet = ledger.wallet(merchant, "member:1");
            AccountId other = ledger.wallet(merchant, "member:2");
            blocker.setAutoCommit(false);
            blocker.createStatement()
                    .execute("SELECT 1 FROM ledger.account WHERE id = " + wallet.value() + " FOR UPDATE");
            CompletableFuture<Outcome> heldUp = later(ledger, ledger.transfer(merchant, cash, wallet, 1));
            while (blocked() == 0) {
                Thread.onSpinWait();
            }

            assertThat(later(ledger, ledger.transfer(merchant, cash, other, 1)).get(5, TimeUnit.SECONDS))
                    .isInstanceOf(Outcome.Posted.class);
            assertThat(heldUp).isNotDone();
            blocker.rollback();
            assertThat(heldUp.join()).isInstanceOf(Outcome.Posted.class);
        }
    }

    @Test
    void oneFaultySubmissionDoesNotSpoilItsBatch() throws SQLException {
        try (TestLedger ledger = TestLedger.with(DATABASE, Clock.systemUTC(), new LedgerSettings(1, 50, 1, 100, 10));
                var blocker = DATABASE.app().getConnection()) {
            AccountId cash = ledger.free(merchant, "cash");
            AccountId wallet = ledger.wallet(merchant, "member:1");
            blocker.setAutoCommit(false);
            blocker.createStatement()
                    .execute("SELECT 1 FROM ledger.account WHERE id = " + wallet.value() + " FOR UPDATE");
            List<CompletableFuture<Outcome>> answers = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                answers.add(later(ledger, ledger.transfer(merchant, cash, wallet, 1)));
            }
            Companion.Table nowhere = new Companion.Table("kernel.nowhere", List.of("id"), List.of("uuid"));
            Companion faulty = outcome -> List.of(new Companion.Row(nowhere, new Object[] {merchant}));
            Journal culprit = ledger.transfer(merchant, cash, wallet, 1);
            answers.add(ledger.later(new Submission(culprit, null, faulty)).toCompletableFuture());
            Companion throwing = outcome -> {
                throw new IllegalStateException("a companion throws nothing, says the contract");
            };
            answers.add(ledger.later(new Submission(ledger.transfer(merchant, cash, wallet, 1), null, throwing))
                    .toCompletableFuture());
            blocker.rollback();

            List<Outcome> outcomes =
                    answers.stream().map(CompletableFuture::join).toList();
            assertThat(outcomes.subList(0, 9)).allMatch(Outcome.Posted.class::isInstance);
            assertThat(outcomes.get(9))
                    .isEqualTo(new Outcome.Refused(
                            KernelError.INTERNAL, List.of(culprit.id().toString())));
            assertThat(outcomes.get(10)).isInstanceOf(Outcome.Refused.class);
            assertThat(ledger.balance(wallet)).isEqualTo(9);
        }
    }

    private static long blocked() throws SQLException {
        try (var connection = DATABASE.app().getConnection();
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                + " AND datname = current_database()")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void aConnectionLostInTheCommitLeavesTheOutcomeOpenAndTheSameKeyFindsOut() {
        Mutant cut = Mutant.deafToCommits();
        CommandKey key = CommandKey.of("key:test", UUID.randomUUID().toString(), "content");
        AccountId cash;
        AccountId wallet;
        try (TestLedger ledger = TestLedger.on(DATABASE, Clock.systemUTC())) {
            cash = ledger.free(merchant, "cash");
            wallet = ledger.wallet(merchant, "member:1");
        }
        try (TestLedger ledger = TestLedger.broken(DATABASE, LedgerSettings.STANDARD, cut)) {
            Submission submission = new Submission(ledger.transfer(merchant, cash, wallet, 5), key, Companion.NONE);
            assertThat(ledger.later(submission)
                            .toCompletableFuture()
                            .handle((outcome, failure) -> failure)
                            .join())
                    .isInstanceOfSatisfying(
                            CounterException.class,
                            failure -> assertThat(failure.error()).isEqualTo(LedgerError.OUTCOME_UNKNOWN));
        }
        try (TestLedger ledger = TestLedger.on(DATABASE, Clock.systemUTC())) {
            assertThat(ledger.submit(new Submission(ledger.transfer(merchant, cash, wallet, 5), key, Companion.NONE)))
                    .isEqualTo(new Outcome.Repeated());
            assertThat(ledger.balance(wallet)).isEqualTo(5);
        }
    }

    private static CompletableFuture<Outcome> later(TestLedger ledger, Journal journal) {
        return ledger.later(new Submission(journal, null, Companion.NONE)).toCompletableFuture();
    }
}
