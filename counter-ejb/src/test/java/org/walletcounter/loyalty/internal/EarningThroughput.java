package org.walletcounter.loyalty.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.Ids;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Posting;
import org.walletcounter.ledger.Submission;
import org.walletcounter.loyalty.EarnRequest;
import org.walletcounter.loyalty.PointsPart;
import org.walletcounter.testing.TestDatabase;

/**
 * Measures what earning points costs a payment: the same wallet payments through the group commit, with points and without,
 * in turn. Not run with the tests; ask for it: {@code mvn -pl counter-ejb -am test -Dtest=EarningThroughput
 * -Dsurefire.failIfNoSpecifiedTests=false -DargLine=-Dcounter.test.fsync=on}.
 */
class EarningThroughput {

    private static final int MEMBERS = 1000;
    private static final int CLIENTS = 64;
    private static final int SECONDS = 6;
    private static final Companion.Table ANSWERS = new Companion.Table(
            "kernel.command",
            List.of("id", "content_hash", "status", "answer"),
            List.of("uuid", "text", "int4", "text"));

    private final TestDatabase database = TestDatabase.fresh();
    private final TestPoints shop = new TestPoints(database);
    private final Clock clock = Clock.systemUTC();
    private final AtomicLong sales = new AtomicLong();
    private final List<UUID> members =
            IntStream.range(0, MEMBERS).mapToObj(i -> UUID.randomUUID()).toList();
    private final List<AccountId> wallets = new ArrayList<>();
    private final AccountId revenue =
            shop.ledger.door().open(AccountTerms.free(shop.merchant, "revenue", "GBP", "store:9"));

    @Test
    void measure() throws InterruptedException {
        shop.programme(14, 365);
        for (UUID member : members) {
            wallets.add(shop.ledger
                    .door()
                    .open(new AccountTerms(shop.merchant, "wallet", "GBP", "member:" + member, -1_000_000_000L)));
            shop.points.earning.earn(shop.merchant, sale(member, Ids.next(clock)));
        }
        run(true, 3);
        for (int round = 1; round <= 3; round++) {
            report("without points", run(false, SECONDS));
            report("with points   ", run(true, SECONDS));
        }
        shop.close();
    }

    private static void report(String what, List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%s: %6d/s  p50 %.2f ms  p99 %.2f ms%n",
                what,
                sorted.length / SECONDS,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6);
    }

    private List<Long> run(boolean earning, int seconds) throws InterruptedException {
        List<List<Long>> all = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        for (int i = 0; i < CLIENTS; i++) {
            List<Long> mine = new ArrayList<>();
            all.add(mine);
            Random random = new Random(i);
            Thread thread = new Thread(() -> {
                while (System.nanoTime() < end) {
                    long begin = System.nanoTime();
                    pay(random.nextInt(MEMBERS), earning);
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

    private EarnRequest sale(UUID member, UUID journal) {
        Instant now = clock.instant();
        return new EarnRequest(
                member,
                journal,
                "S",
                now,
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                List.of(new EarnRequest.Line(1, "tea", 1, 700), new EarnRequest.Line(2, "cake", 2, 400)),
                0);
    }

    private void pay(int member, boolean earning) {
        long number = sales.incrementAndGet();
        UUID journal = Ids.next(clock);
        EarnRequest sale = sale(members.get(member), journal);
        PointsPart part = earning ? shop.points.earning.earn(shop.merchant, sale) : PointsPart.NONE;
        List<Posting> postings = new ArrayList<>(part.postings());
        postings.add(new Posting(wallets.get(member), -1100));
        postings.add(new Posting(revenue, 1100));
        Journal.Facts facts = Journal.Facts.plain(sale.occurredAt(), sale.day(), "{}")
                .claiming(List.of(new Claim("sale", "S" + number, LedgerError.NAME_TAKEN)));
        CommandKey key = CommandKey.of("key:bench", "K" + number, "content");
        Journal payment = new Journal(
                journal,
                "payment",
                new Journal.Scope(shop.merchant, null, null, "key:bench", sale.memberId()),
                facts,
                postings);
        Outcome outcome = shop.ledger
                .door()
                .submit(new Submission(payment, key, posted -> rows(key, part)))
                .toCompletableFuture()
                .join();
        if (!(outcome instanceof Outcome.Posted)) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    private static List<Companion.Row> rows(CommandKey key, PointsPart part) {
        List<Companion.Row> rows = new ArrayList<>(part.rows());
        rows.add(new Companion.Row(
                ANSWERS, new Object[] {key.claimId(), key.contentHash(), 201, "{\"an\":\"answer\"}"}));
        return rows;
    }
}
