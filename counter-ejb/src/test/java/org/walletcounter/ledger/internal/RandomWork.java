package org.walletcounter.ledger.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.HoldRequest;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Outcome;

/**
 * A busy merchant: many threads top up, pay, refund, transfer, hold, confirm and release at random, on few wallets and
 * with few sale numbers, so that they are in each other's way all the time. It keeps its own log of what it was answered
 * and holds it against the promises that only the client can see.
 */
final class RandomWork {

    private static final int SALES = 40;
    private static final int KEYS = 60;
    private static final int FILLED = 1000;

    private final TestLedger ledger;
    private final UUID merchant;
    private final List<AccountId> wallets = new ArrayList<>();
    private final AccountId cash;
    private final AccountId revenue;
    private final List<Journal> payments = Collections.synchronizedList(new ArrayList<>());
    private final List<HoldRequest> holds = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> faults = ConcurrentHashMap.newKeySet();
    private final Map<String, ConcurrentLinkedQueue<Outcome>> byKey = new ConcurrentHashMap<>();
    private final Map<String, ConcurrentLinkedQueue<Outcome>> bySale = new ConcurrentHashMap<>();

    RandomWork(TestLedger ledger, int wallets) {
        this.ledger = ledger;
        this.merchant = ledger.database().newMerchant();
        this.cash = ledger.free(merchant, "cash");
        this.revenue = ledger.free(merchant, "revenue");
        for (int i = 0; i < wallets; i++) {
            this.wallets.add(ledger.wallet(merchant, "member:" + i));
        }
    }

    UUID merchant() {
        return merchant;
    }

    /** How many payments went through. */
    int paid() {
        return payments.size();
    }

    /** How many holds were placed. */
    int held() {
        return holds.size();
    }

    /** Works until every thread has done its steps, on wallets that have something to begin with. */
    void run(long seed, int threads, int steps) {
        wallets.forEach(wallet -> submit(ledger.transfer(merchant, cash, wallet, FILLED)));
        ExecutorService crowd = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Random random = new Random(seed + i);
                all.add(crowd.submit(() -> {
                    for (int step = 0; step < steps; step++) {
                        act(random);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (Exception failure) {
            throw new IllegalStateException("The work could not be done.", failure);
        } finally {
            crowd.shutdownNow();
        }
    }

    /** The promises that the answers break: I4, one success per sale; I16, one answer per command; and plain faults. */
    List<String> findings() {
        TreeSet<String> findings = new TreeSet<>(faults);
        for (ConcurrentLinkedQueue<Outcome> outcomes : bySale.values()) {
            if (outcomes.stream().filter(Outcome.Posted.class::isInstance).count() > 1) {
                findings.add("I4");
            }
        }
        for (ConcurrentLinkedQueue<Outcome> outcomes : byKey.values()) {
            long first = outcomes.stream()
                    .filter(outcome -> !(outcome instanceof Outcome.Repeated))
                    .count();
            if (first != 1) {
                findings.add("I16");
            }
        }
        return List.copyOf(findings);
    }

    private void act(Random random) {
        try {
            switch (random.nextInt(10)) {
                case 0, 1 -> submit(ledger.transfer(merchant, cash, wallet(random), 1 + random.nextInt(500)));
                case 2, 3, 4 -> pay(random);
                case 5 -> submit(ledger.transfer(merchant, wallet(random), wallet(random), 1 + random.nextInt(300)));
                case 6 -> refund(random);
                case 7 -> hold(random);
                case 8 -> resolve(random);
                default ->
                    ledger.door().post(ledger.transfer(merchant, wallet(random), revenue, 1 + random.nextInt(99)));
            }
        } catch (CounterException refused) {
            // A refusal of the ledger is an answer like any other; the checks come afterwards.
            note(refused.error(), refused.getCause());
        }
    }

    /** Nobody may be told that something failed inside, or could not be done just now. */
    private void note(ErrorCode error, @Nullable Throwable cause) {
        if (error instanceof KernelError) {
            faults.add(cause == null ? error.code() : error.code() + " " + cause);
        }
    }

    private void submit(Journal journal) {
        note(ledger.submit(journal));
    }

    private Outcome note(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            note(refused.error(), null);
        }
        return outcome;
    }

    private void pay(Random random) {
        String sale = "sale-" + random.nextInt(SALES);
        Journal plain = ledger.transfer(merchant, wallet(random), revenue, 1 + random.nextInt(400));
        Journal payment = TestLedger.with(
                plain, plain.facts().claiming(List.of(new Claim("sale", sale, LedgerError.NAME_TAKEN))));
        String key = merchant + "/" + random.nextInt(KEYS);
        Outcome outcome = note(ledger.submit(payment, key));
        byKey.computeIfAbsent(key, k -> new ConcurrentLinkedQueue<>()).add(outcome);
        bySale.computeIfAbsent(sale, s -> new ConcurrentLinkedQueue<>()).add(outcome);
        if (outcome instanceof Outcome.Posted) {
            payments.add(payment);
        }
    }

    private void refund(Random random) {
        if (payments.isEmpty()) {
            return;
        }
        Journal payment = payments.get(random.nextInt(payments.size()));
        AccountId payer = payment.postings().get(0).account();
        long paid = payment.postings().get(1).amount();
        Journal plain = ledger.transfer(merchant, revenue, payer, 1 + random.nextInt((int) paid));
        submit(TestLedger.with(plain, plain.facts().reversing(payment.id())));
    }

    private void hold(Random random) {
        HoldRequest request = new HoldRequest(
                Ids.at(Instant.now()),
                wallet(random),
                1 + random.nextInt(200),
                Instant.now().plus(Duration.ofMillis(random.nextInt(400))),
                "random");
        ledger.door().hold(request);
        holds.add(request);
    }

    private void resolve(Random random) {
        if (holds.isEmpty()) {
            return;
        }
        HoldRequest hold = holds.get(random.nextInt(holds.size()));
        if (random.nextBoolean()) {
            ledger.door().release(hold.id());
            return;
        }
        Journal plain = ledger.transfer(merchant, hold.account(), revenue, 1 + random.nextInt((int) hold.amount()));
        submit(TestLedger.with(plain, plain.facts().confirming(List.of(hold.id()))));
    }

    private AccountId wallet(Random random) {
        return wallets.get(random.nextInt(wallets.size()));
    }
}
