package org.walletcounter.ledger.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Submission;
import org.walletcounter.testing.TestDatabase;

/**
 * Measures how many journals a second the group commit takes in this process. Not run with the tests; ask for it:
 * {@code mvn -pl counter-ejb -am test -Dtest=SubmitThroughput -Dsurefire.failIfNoSpecifiedTests=false
 * -DargLine=-Dcounter.test.fsync=on}. Each journal has a command, two claims and three companion rows.
 */
class SubmitThroughput {

    private static final int MEMBERS = 10_000;
    private static final Companion.Table ANSWERS = new Companion.Table(
            "kernel.command",
            List.of("id", "content_hash", "status", "answer"),
            List.of("uuid", "text", "int4", "text"));
    private static final Companion.Table OUTBOX = new Companion.Table(
            "kernel.outbox", List.of("topic", "aggregate", "payload"), List.of("text", "uuid", "text"));

    private final TestDatabase database = TestDatabase.fresh();
    private final UUID merchant = database.newMerchant();
    private final AtomicLong sales = new AtomicLong();

    @Test
    void measure() throws InterruptedException {
        for (int writers : new int[] {1, 2, 3}) {
            try (TestLedger ledger =
                    TestLedger.with(database, Clock.systemUTC(), new LedgerSettings(writers, 200, 32, 2000, 10))) {
                AccountId[] wallets = wallets(ledger);
                AccountId revenue = ledger.free(merchant, "revenue");
                run(ledger, wallets, revenue, 64, Duration.ofSeconds(4));
                for (int clients : new int[] {1, 8, 16, 64, 128}) {
                    report(writers, clients, run(ledger, wallets, revenue, clients, Duration.ofSeconds(5)));
                }
            }
        }
    }

    private static void report(int writers, int clients, List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "writers %d clients %3d: %6d/s  p50 %.2f ms  p99 %.2f ms%n",
                writers,
                clients,
                sorted.length / 5,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6);
    }

    private AccountId[] wallets(TestLedger ledger) {
        database.asOwner(
                "INSERT INTO ledger.account (merchant_id, kind, unit, owner, floor, balance) SELECT '" + merchant
                        + "', 'wallet', 'GBP', 'member:' || n, 0, 1000000000 FROM generate_series(1, " + MEMBERS
                        + ") n ON CONFLICT DO NOTHING");
        long first = ledger.wallet(merchant, "member:1").value();
        return IntStream.range(0, MEMBERS)
                .mapToObj(i -> new AccountId(first + i))
                .toArray(AccountId[]::new);
    }

    private List<Long> run(TestLedger ledger, AccountId[] wallets, AccountId revenue, int clients, Duration time)
            throws InterruptedException {
        List<List<Long>> all = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        for (int i = 0; i < clients; i++) {
            List<Long> mine = new ArrayList<>();
            all.add(mine);
            Random random = new Random(i);
            Thread thread = new Thread(() -> {
                while (System.nanoTime() < end) {
                    long begin = System.nanoTime();
                    pay(ledger, wallets[random.nextInt(MEMBERS)], revenue);
                    mine.add(System.nanoTime() - begin);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return all.stream().flatMap(List::stream).toList();
    }

    private void pay(TestLedger ledger, AccountId wallet, AccountId revenue) {
        long sale = sales.incrementAndGet();
        Journal plain = ledger.transfer(merchant, wallet, revenue, 100);
        Journal payment = TestLedger.with(
                plain,
                plain.facts()
                        .claiming(Arrays.asList(
                                new Claim("sale", "S" + sale, LedgerError.NAME_TAKEN),
                                new Claim("code", "C" + sale, LedgerError.NAME_TAKEN))));
        CommandKey key = CommandKey.of("key:bench", "K" + sale, "content");
        Companion rows = outcome -> List.of(
                new Companion.Row(ANSWERS, new Object[] {key.claimId(), key.contentHash(), 201, "{\"an\":\"answer\"}"}),
                new Companion.Row(OUTBOX, new Object[] {"payment.succeeded", payment.id(), "{\"payment\":1}"}),
                new Companion.Row(OUTBOX, new Object[] {"payment.receipt", payment.id(), "{\"payment\":1}"}));
        Outcome outcome = ledger.submit(new Submission(payment, key, rows));
        if (!(outcome instanceof Outcome.Posted)) {
            throw new IllegalStateException(outcome.toString());
        }
    }
}
