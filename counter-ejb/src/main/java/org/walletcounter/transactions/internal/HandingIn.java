package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.ledger.GroupCommits;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Submission;
import org.walletcounter.transactions.TransactionError;

/**
 * Hands an attempt to the ledger until it is certain what became of it. Where the ledger cannot say, because the database
 * went away in the middle, the same attempt is handed in again: its key sees to it that it counts once.
 */
@Dependent
class HandingIn {

    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final int MOST_DOUBLINGS = 10;

    private final GroupCommits ledger;
    private final TransactionsSettings settings;

    @Inject
    HandingIn(GroupCommits ledger, TransactionsSettings settings) {
        this.ledger = ledger;
        this.settings = settings;
    }

    /**
     * What becomes of it.
     *
     * @throws CounterException through the stage, {@link TransactionError#OUTCOME_UNKNOWN} when the caller's patience ends
     */
    CompletionStage<Outcome> handIn(Submission submission, Attempt attempt) {
        return handIn(submission, attempt, 1);
    }

    private CompletionStage<Outcome> handIn(Submission submission, Attempt attempt, int turn) {
        return ledger.submit(submission)
                .toCompletableFuture()
                .orTimeout(Math.max(1, millisLeft(attempt)), TimeUnit.MILLISECONDS)
                .handle((outcome, failure) -> failure == null
                        ? CompletableFuture.completedStage(outcome)
                        : again(submission, attempt, turn, failure))
                .thenCompose(stage -> stage);
    }

    private CompletionStage<Outcome> again(Submission submission, Attempt attempt, int turn, Throwable failure) {
        long pause = FIRST_PAUSE_MILLIS << Math.min(turn - 1, MOST_DOUBLINGS);
        if (failure instanceof TimeoutException || millisLeft(attempt) <= pause) {
            throw unknown(attempt);
        }
        TransactionsLog.LOG.outcomeLost(
                attempt.head().paymentId(), attempt.request().saleNumber(), turn, failure);
        return new CompletableFuture<Void>()
                .completeOnTimeout(null, pause, TimeUnit.MILLISECONDS)
                .thenCompose(nothing -> handIn(submission, attempt, turn + 1));
    }

    private long millisLeft(Attempt attempt) {
        return settings.patience().toMillis() - attempt.head().millisSinceArrival();
    }

    private static CounterException unknown(Attempt attempt) {
        TransactionsLog.LOG.outcomeUnknown(
                attempt.head().paymentId(),
                attempt.request().saleNumber(),
                attempt.head().millisSinceArrival());
        return new CounterException(TransactionError.OUTCOME_UNKNOWN);
    }
}
