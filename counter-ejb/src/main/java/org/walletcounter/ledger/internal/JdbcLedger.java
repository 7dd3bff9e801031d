package org.walletcounter.ledger.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Page;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.AccountView;
import org.walletcounter.ledger.BulkDebit;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.Finding;
import org.walletcounter.ledger.HoldRequest;
import org.walletcounter.ledger.HoldView;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.JournalView;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.StatementLine;
import org.walletcounter.ledger.Submission;

/**
 * The ledger on two data sources: one whose connections join the caller's transaction, and one whose transactions are the
 * ledger's own. Knows no container. Thread-safe.
 */
@SuppressWarnings("checkstyle:ClassFanOutComplexity") // the door's own types are fourteen already
final class JdbcLedger implements Ledger {

    private final DataSource joined;
    private final Writer writer;
    private final GroupCommit groupCommit;
    private final Accounts accounts = new Accounts();
    private final Journals journals = new Journals();
    private final Statements statements = new Statements();
    private final Holds holds;
    private final LedgerChecks checks;

    JdbcLedger(DataSource joined, DataSource own, Clock clock, LedgerSettings settings) {
        this(joined, own, clock, settings, new Writer(clock));
    }

    JdbcLedger(DataSource joined, DataSource own, Clock clock, LedgerSettings settings, Writer writer) {
        this.joined = joined;
        this.writer = writer;
        this.groupCommit = new GroupCommit(new Batches(own, writer), settings);
        this.holds = new Holds(clock);
        this.checks = new LedgerChecks(own);
    }

    void start(ThreadFactory threads) {
        groupCommit.start(threads);
    }

    void stop() {
        groupCommit.stop();
    }

    @Override
    public AccountId open(AccountTerms terms) {
        return inCallersTransaction(connection -> accounts.open(connection, terms));
    }

    @Override
    public List<AccountId> openAll(List<AccountTerms> terms) {
        return inCallersTransaction(connection -> accounts.open(connection, terms));
    }

    @Override
    public Optional<AccountView> account(AccountId id) {
        return inCallersTransaction(connection -> accounts.read(connection, id));
    }

    @Override
    public Map<AccountTerms, AccountView> accounts(Collection<AccountTerms> terms) {
        return inCallersTransaction(connection -> accounts.read(connection, terms));
    }

    @Override
    public Map<AccountId, Long> available(Collection<AccountId> ids) {
        return inCallersTransaction(connection -> accounts.available(connection, ids));
    }

    @Override
    public void cap(AccountId id, AccountView.Caps caps) {
        inCallersTransaction(connection -> {
            accounts.cap(connection, id, caps);
            return id;
        });
    }

    @Override
    public void freeze(AccountId id, boolean frozen) {
        inCallersTransaction(connection -> {
            accounts.freeze(connection, id, frozen);
            return id;
        });
    }

    @Override
    public Outcome.Posted post(Journal journal) {
        Entry entry = new Entry(new Submission(journal, null, Companion.NONE));
        inCallersTransaction(connection -> {
            writer.write(connection, List.of(entry));
            return entry;
        });
        if (entry.outcome() instanceof Outcome.Refused refused) {
            throw new CounterException(refused.error(), refused.arguments().toArray());
        }
        return (Outcome.Posted) entry.outcome();
    }

    @Override
    public CompletionStage<Outcome> submit(Submission submission) {
        return groupCommit.submit(submission);
    }

    @Override
    public CompletionStage<List<Outcome>> submit(BulkDebit debits) {
        return groupCommit.submit(debits);
    }

    @Override
    public HoldView hold(HoldRequest request) {
        return inCallersTransaction(connection -> holds.place(connection, request));
    }

    @Override
    public HoldView release(UUID holdId) {
        return inCallersTransaction(connection -> holds.release(connection, holdId));
    }

    @Override
    public Optional<HoldView> holdOf(UUID holdId) {
        return inCallersTransaction(connection -> Holds.find(connection, holdId));
    }

    @Override
    public Optional<JournalView> journal(UUID journalId) {
        return inCallersTransaction(connection -> journals.find(connection, journalId));
    }

    @Override
    public Page<StatementLine> statement(AccountId account, @Nullable String after, int limit) {
        return inCallersTransaction(connection -> statements.page(connection, account, after, limit));
    }

    @Override
    public List<Finding> check() {
        return checks.all();
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T inCallersTransaction(Work<T> work) {
        try (Connection connection = joined.getConnection()) {
            return work.on(connection);
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
    }

    static CounterException unavailable(SQLException failure) {
        CounterException refusal = new CounterException(
                SqlState.of(failure) == SqlState.REFUSED ? KernelError.INTERNAL : KernelError.UNAVAILABLE,
                String.valueOf(SqlState.stateOf(failure)));
        refusal.initCause(failure);
        return refusal;
    }
}
