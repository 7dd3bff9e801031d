package org.walletcounter.ledger.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.ledger.BulkDebit;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Submission;

/**
 * Gathers what many submit at once into few transactions. Each writer thread takes everything that waits, up to a limit,
 * has it committed as one batch and answers; what comes meanwhile waits for the next batch. Nobody waits for company: a
 * lone journal is a batch of one. When too much waits, new work is refused at once. Thread-safe.
 */
final class GroupCommit {

    private static final int LOOK_UP_MILLIS = 200;

    private final BlockingQueue<Waiting> queue;
    private final Batches batches;
    private final LedgerSettings settings;
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean open;

    GroupCommit(Batches batches, LedgerSettings settings) {
        this.batches = batches;
        this.settings = settings;
        this.queue = new ArrayBlockingQueue<>(settings.queue());
    }

    /** A piece and who waits for it. */
    private record Waiting(Piece piece, Runnable answer, Consumer<Throwable> failure) {

        void refuse() {
            piece.decide(new Outcome.Refused(LedgerError.BUSY, List.of()));
            answer.run();
        }
    }

    void start(ThreadFactory threads) {
        open = true;
        for (int i = 0; i < settings.writers(); i++) {
            Thread writer = threads.newThread(this::work);
            writers.add(writer);
            writer.start();
        }
        LedgerLog.LOG.started(settings.writers(), settings.batch(), settings.queue());
    }

    /** Takes no more, finishes what waits, ends the writers. */
    void stop() {
        open = false;
        try {
            for (Thread writer : writers) {
                writer.join(TimeUnit.SECONDS.toMillis(settings.stopSeconds()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        List<Waiting> left = new ArrayList<>();
        queue.drainTo(left);
        left.forEach(Waiting::refuse);
    }

    CompletionStage<Outcome> submit(Submission submission) {
        if (!hasRoom()) {
            return CompletableFuture.completedStage(new Outcome.Refused(LedgerError.BUSY, List.of()));
        }
        Entry entry = new Entry(submission);
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        wait(new Waiting(entry, () -> answer.complete(entry.outcome()), answer::completeExceptionally));
        return answer;
    }

    CompletionStage<List<Outcome>> submit(BulkDebit debits) {
        Bulk bulk = new Bulk(debits);
        CompletableFuture<List<Outcome>> answer = new CompletableFuture<>();
        wait(new Waiting(bulk, () -> answer.complete(bulk.outcomes()), answer::completeExceptionally));
        return answer;
    }

    /** Looked at before any work goes into a journal. */
    private boolean hasRoom() {
        return open && queue.remainingCapacity() > 0;
    }

    private void wait(Waiting waiting) {
        if (!open || !queue.offer(waiting)) {
            waiting.refuse();
        }
    }

    private void work() {
        List<Waiting> batch = new ArrayList<>(settings.batch());
        while (gather(batch)) {
            if (!batch.isEmpty()) {
                commit(batch);
                batch.clear();
            }
        }
    }

    /** Waits for work; answers false when there will be none any more. */
    private boolean gather(List<Waiting> batch) {
        try {
            Waiting first = queue.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
            if (first == null) {
                return open;
            }
            batch.add(first);
            int journals = first.piece.entries().size();
            for (Waiting next; journals < settings.batch() && (next = queue.poll()) != null; ) {
                batch.add(next);
                journals += next.piece.entries().size();
            }
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void commit(List<Waiting> batch) {
        try {
            batches.commit(batch.stream().map(Waiting::piece).toList());
            batch.forEach(waiting -> waiting.answer().run());
        } catch (CounterException unknown) {
            batch.forEach(waiting -> waiting.failure().accept(unknown));
        } catch (RuntimeException | Error fault) {
            LedgerLog.LOG.outcomeUnknown(batch.size(), fault);
            CounterException unknown = new CounterException(LedgerError.OUTCOME_UNKNOWN);
            batch.forEach(waiting -> waiting.failure().accept(unknown));
        }
    }
}
