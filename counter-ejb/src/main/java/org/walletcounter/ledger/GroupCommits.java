package org.walletcounter.ledger;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.walletcounter.kernel.CounterException;

/**
 * The ledger's way for what many do at once (组提交): payments and taps. In the server it is a plain object, because each call
 * through the container's interceptors would cost as much as the work; the rest is at {@link Ledger}. Thread-safe.
 */
public interface GroupCommits {

    /** How long {@link #await} waits. */
    int PATIENCE_SECONDS = 20;

    /**
     * Hands a journal to the group commit and answers when its outcome is durable. Runs in transactions of its own,
     * together with whatever else is waiting; the caller needs none. The stage fails only when the outcome is unknown
     * (the database went away during the commit), with {@link LedgerError#OUTCOME_UNKNOWN}: then ask again with the same
     * command key. What depends on the stage runs on the writer's thread: keep it short, or move it elsewhere.
     */
    CompletionStage<Outcome> submit(Submission submission);

    /**
     * Hands many debits to the group commit, to be decided one by one and booked as one journal, and answers what became of
     * each, in their order, when it is durable. In all else like {@link #submit(Submission)}.
     */
    CompletionStage<List<Outcome>> submit(BulkDebit debits);

    /**
     * Waits for an answer of the group commit, for callers with a thread to spare.
     *
     * @throws CounterException the refusal with which the stage failed, or {@link LedgerError#OUTCOME_UNKNOWN} when it failed
     *     otherwise or does not come
     */
    static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof CounterException refusal
                    ? refusal
                    : new CounterException(LedgerError.OUTCOME_UNKNOWN);
        } catch (TimeoutException late) {
            throw new CounterException(LedgerError.OUTCOME_UNKNOWN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CounterException(LedgerError.OUTCOME_UNKNOWN);
        }
    }
}
