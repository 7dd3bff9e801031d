package org.walletcounter.ledger.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Answer;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Idempotency;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.internal.TestKernel;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Submission;

/**
 * Whoever sends commands: keeps a log of what it was answered, and holds it against the promises that no book shows. I16:
 * one key, one answer, for one content, and once. I17: no more leaves a wallet than its caps allow.
 */
final class Client {

    private static final Companion.Table ANSWERS = new Companion.Table(
            "kernel.command",
            List.of("id", "content_hash", "status", "answer"),
            List.of("uuid", "text", "int4", "text"));

    private final TestLedger ledger;
    private final Idempotency idempotency;
    private final String actor = UUID.randomUUID().toString();
    private final Map<String, Said> log = new ConcurrentHashMap<>();
    private final Set<String> findings = ConcurrentHashMap.newKeySet();
    private final AtomicLong gone = new AtomicLong();
    private @Nullable Long single;
    private @Nullable Long daily;

    Client(TestLedger ledger) {
        this.ledger = ledger;
        this.idempotency = TestKernel.idempotency(ledger.transactions().source());
    }

    /** What was asked and answered under a key the first time. */
    private record Said(String content, String answer) {}

    /** The promises that were broken to this client. */
    Set<String> findings() {
        return Set.copyOf(findings);
    }

    /** Sends a command, and asks for the first answer when it is told that there was one. */
    void ask(String key, String content, Journal journal) {
        CommandKey command = ledger.key(actor + key, content);
        Outcome outcome = ledger.submit(new Submission(journal, command, keeping(command)));
        String answer = outcome instanceof Outcome.Repeated ? recalled(command) : answer(outcome);
        Said first = log.putIfAbsent(key, new Said(content, answer));
        if (first != null) {
            String expected = first.content.equals(content) ? first.answer : KernelError.KEY_REUSED.code();
            expect("I16", answer.equals(expected));
        }
    }

    /** Sends a command, and once more while the first is still running. */
    void runTwice(String key, Supplier<Journal> making) {
        CommandKey command = ledger.key(actor + key, "run");
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> once(command, () -> {
            running.countDown();
            await(asked);
            ledger.door().post(making.get());
            runs.incrementAndGet();
        }));
        await(running);
        once(command, () -> {
            ledger.door().post(making.get());
            runs.incrementAndGet();
        });
        asked.countDown();
        first.join();
        expect("I16", runs.get() == 1);
    }

    /** The caps that the client set. */
    void capped(@Nullable Long newSingle, @Nullable Long newDaily) {
        single = newSingle;
        daily = newDaily;
    }

    /** Notes what became of a payment. */
    void spent(long amount, Outcome outcome) {
        if (outcome instanceof Outcome.Posted) {
            left(amount);
        }
    }

    /** Places a hold and notes what became of it. */
    void held(long amount, Runnable hold) {
        try {
            hold.run();
            left(amount);
        } catch (CounterException refused) {
            // A refusal is an answer like any other.
        }
    }

    private void left(long amount) {
        long sum = gone.addAndGet(amount);
        expect("I17", single == null || amount <= single);
        expect("I17", daily == null || sum <= daily);
    }

    private void expect(String promise, boolean kept) {
        if (!kept) {
            findings.add(promise);
        }
    }

    private void once(CommandKey command, Runnable work) {
        try {
            ledger.transactions()
                    .in(() -> idempotency.once(command, () -> {
                        work.run();
                        return new Answer(201, "done", false);
                    }));
        } catch (CounterException inFlight) {
            expect("I16", inFlight.error() == KernelError.COMMAND_IN_FLIGHT);
        }
    }

    private String recalled(CommandKey command) {
        try {
            return idempotency.recall(command).map(Answer::body).orElse("nothing");
        } catch (CounterException refusal) {
            return refusal.error().code();
        }
    }

    private static Companion keeping(CommandKey key) {
        return outcome -> List.of(
                new Companion.Row(ANSWERS, new Object[] {key.claimId(), key.contentHash(), 200, answer(outcome)}));
    }

    private static String answer(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused
                ? "refused: " + refused.error().code()
                : "paid: " + ((Outcome.Posted) outcome).journalId();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
