package org.walletcounter.ledger.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;
import org.postgresql.ds.PGPoolingDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.Ids;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Posting;
import org.walletcounter.ledger.Submission;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestTransactions;

/**
 * The real ledger on a test database, without a container: its group commit runs, each call of its door is a transaction
 * of its own unless it is made inside {@link TestTransactions#in}. Other modules' tests may use it too.
 */
public final class TestLedger implements AutoCloseable {

    private static final int CONNECTIONS = 8;

    private final TestDatabase database;
    private final Clock clock;
    private final Mutant mutant;
    private final JdbcLedger ledger;
    private final TestTransactions transactions;
    private final PGPoolingDataSource pool;
    private final DataSource source;

    private TestLedger(TestDatabase database, Clock clock, LedgerSettings settings, Mutant mutant) {
        this.database = database;
        this.clock = clock;
        this.mutant = mutant;
        this.pool = pool((PGSimpleDataSource) database.app());
        this.source = mutant.on(pool);
        this.transactions = new TestTransactions(source);
        this.ledger = new JdbcLedger(transactions.source(), source, clock, settings, new Writer(clock, mutant.rules()));
        makePartitions();
        ledger.start(work -> {
            Thread thread = new Thread(work, "ledger-writer");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A started ledger; close it. */
    public static TestLedger on(TestDatabase database, Clock clock) {
        return with(database, clock, LedgerSettings.STANDARD);
    }

    static TestLedger with(TestDatabase database, Clock clock, LedgerSettings settings) {
        return new TestLedger(database, clock, settings, Mutant.NONE);
    }

    /** A ledger that is broken on purpose. */
    static TestLedger broken(TestDatabase database, LedgerSettings settings, Mutant mutant) {
        return new TestLedger(database, Clock.systemUTC(), settings, mutant);
    }

    /** The door. Each of its calls is a transaction. */
    public Ledger door() {
        return (Ledger) Proxy.newProxyInstance(
                TestLedger.class.getClassLoader(),
                new Class<?>[] {Ledger.class},
                (proxy, method, arguments) -> transactions.in(() -> {
                    try {
                        return method.invoke(ledger, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause() instanceof RuntimeException refusal
                                ? refusal
                                : new IllegalStateException(failed.getCause());
                    } catch (IllegalAccessException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                }));
    }

    /** The transactions that the door's calls join. */
    public TestTransactions transactions() {
        return transactions;
    }

    /** A command's key as this ledger's clients make it. */
    CommandKey key(String key, String content) {
        return mutant.keys().apply(CommandKey.of("key:test", key, content));
    }

    DataSource own() {
        return pool;
    }

    Housekeeping housekeeping() {
        return new Housekeeping(pool, clock);
    }

    /** As a server does when it starts: the database was made for today's months, the clock may stand in others. */
    private void makePartitions() {
        try {
            housekeeping().makePartitions();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Lets holds lapse whose time has come; says how many. */
    public int expireHolds() {
        try {
            return housekeeping().expireHolds();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    int foldTail() {
        try {
            return housekeeping().foldTail();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    TestDatabase database() {
        return database;
    }

    AccountId wallet(UUID merchant, String owner) {
        return door().open(AccountTerms.constrained(merchant, "wallet", "GBP", owner));
    }

    AccountId free(UUID merchant, String kind) {
        return door().open(AccountTerms.free(merchant, kind, "GBP", "house"));
    }

    /** A journal of this moment. */
    public Journal journal(UUID merchant, String kind, Posting... postings) {
        Instant now = clock.instant();
        return new Journal(
                Ids.next(clock),
                kind,
                new Journal.Scope(merchant, null, null, "staff:test", null),
                Journal.Facts.plain(now, LocalDate.ofInstant(now, ZoneOffset.UTC), "{\"note\": \"a \\\"test\\\"\"}"),
                Arrays.asList(postings));
    }

    /** A journal that moves an amount from one account to the other. */
    public Journal transfer(UUID merchant, AccountId from, AccountId to, long amount) {
        return journal(merchant, "payment", new Posting(from, -amount), new Posting(to, amount));
    }

    /** A journal that takes back from an account what was given to it. */
    Journal recovery(UUID merchant, AccountId from, AccountId to, long amount) {
        Journal journal = transfer(merchant, from, to, amount);
        return with(journal, journal.facts().recovering());
    }

    static Journal with(Journal journal, Journal.Facts facts) {
        return new Journal(journal.id(), journal.kind(), journal.scope(), facts, journal.postings());
    }

    /** Submits and waits for the outcome. */
    public Outcome submit(Journal journal) {
        return submit(new Submission(journal, null, Companion.NONE));
    }

    Outcome submit(Journal journal, String key) {
        return submit(new Submission(journal, key(key, "content"), Companion.NONE));
    }

    Outcome submit(Submission submission) {
        return ledger.submit(submission).toCompletableFuture().join();
    }

    /** Decides several journals as one batch of the writer, in one transaction. */
    List<Outcome> inOneBatch(List<Journal> journals) {
        List<Piece> batch = journals.stream()
                .<Piece>map(journal -> new Entry(new Submission(journal, null, Companion.NONE)))
                .toList();
        new Batches(source, new Writer(clock, mutant.rules())).commit(batch);
        return batch.stream()
                .flatMap(piece -> piece.entries().stream())
                .map(Entry::outcome)
                .toList();
    }

    CompletionStage<Outcome> later(Submission submission) {
        return ledger.submit(submission);
    }

    long balance(AccountId account) {
        return door().account(account).orElseThrow().balance();
    }

    List<String> findings() {
        return ledger.check().stream()
                .map(finding -> finding.invariant())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        ledger.stop();
        pool.close();
    }

    @SuppressWarnings("deprecation")
    private static PGPoolingDataSource pool(PGSimpleDataSource model) {
        PGPoolingDataSource pool = new PGPoolingDataSource();
        pool.setDataSourceName("ledger-" + UUID.randomUUID());
        pool.setServerNames(model.getServerNames());
        pool.setPortNumbers(model.getPortNumbers());
        pool.setDatabaseName(model.getDatabaseName());
        pool.setUser(model.getUser());
        pool.setMaxConnections(CONNECTIONS);
        return pool;
    }
}
