package org.walletcounter.ledger.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.ledger.BulkDebit;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Submission;

/**
 * Gathers what many submit at once into few transactions. A writer thread takes everything that waits, up to a limit,
 * has it committed as one batch and answers; what comes meanwhile waits for the next batch, or for a second writer when it is
 * many. Nobody waits for company: a lone journal is a batch of one. When too much waits, new work is refused at once.
 * Thread-safe.
 */
final class GroupCommit {

    /** A writer that nobody calls looks up after so long and takes what waits, lest it wait for one that is held up. */
    private static final int PATIENCE_MILLIS = 50;

    private final Batches batches;
    private final LedgerSettings settings;
    private final List<Thread> writers = new ArrayList<>();
    private final Lock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Gathering gathering;
    private volatile boolean open;

    GroupCommit(Batches batches, LedgerSettings settings) {
        this.batches = batches;
        this.settings = settings;
        this.gathering = new Gathering(settings);
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
        lock.lock();
        try {
            gathering.leave().forEach(Waiting::refuse);
        } finally {
            lock.unlock();
        }
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
        lock.lock();
        try {
            return open && gathering.hasRoom();
        } finally {
            lock.unlock();
        }
    }

    private void wait(Waiting waiting) {
        if (!taken(waiting)) {
            waiting.refuse();
        }
    }

    private boolean taken(Waiting waiting) {
        lock.lock();
        try {
            if (!open || !gathering.hasRoom()) {
                return false;
            }
            gathering.add(waiting);
            if (gathering.hasWorkForOneMore()) {
                work.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        List<Waiting> batch = new ArrayList<>(settings.batch());
        while (gather(batch)) {
            if (!batch.isEmpty()) {
                Consumer<Waiting> answer = written(batch);
                rest();
                batch.forEach(waiting -> tell(waiting, answer));
                batch.clear();
            }
        }
    }

    /** Waits for work; answers false when there will be none any more. */
    private boolean gather(List<Waiting> batch) {
        lock.lock();
        try {
            boolean called = !gathering.hasWorkForOneMore() && work.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (called && !gathering.hasWorkForOneMore()) {
                return true; // another writer was quicker
            }
            if (gathering.isEmpty()) {
                return open;
            }
            gathering.begin(batch);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Before the answers are given, so that another writer may begin meanwhile. */
    private void rest() {
        lock.lock();
        try {
            gathering.end();
            if (gathering.hasWorkForOneMore()) {
                work.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whatever goes wrong in telling one, the writer goes on. */
    private static void tell(Waiting waiting, Consumer<Waiting> answer) {
        try {
            answer.accept(waiting);
        } catch (RuntimeException | Error fault) {
            LedgerLog.LOG.outcomeUnknown(1, fault);
            waiting.failure().accept(new CounterException(LedgerError.OUTCOME_UNKNOWN));
        }
    }

    /** Commits the batch; what comes back tells one who waits what became of theirs. */
    private Consumer<Waiting> written(List<Waiting> batch) {
        try {
            batches.commit(batch.stream().map(Waiting::piece).toList());
            return waiting -> waiting.answer().run();
        } catch (CounterException unknown) {
            return waiting -> waiting.failure().accept(unknown);
        } catch (RuntimeException | Error fault) {
            LedgerLog.LOG.outcomeUnknown(batch.size(), fault);
            CounterException unknown = new CounterException(LedgerError.OUTCOME_UNKNOWN);
            return waiting -> waiting.failure().accept(unknown);
        }
    }
}
