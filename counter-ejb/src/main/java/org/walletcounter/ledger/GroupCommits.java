package org.walletcounter.ledger;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The ledger's way for what many do at once (组提交): payments and taps. In the server it is a plain object, because each call
 * through the container's interceptors would cost as much as the work; the rest is at {@link Ledger}. Thread-safe.
 */
public interface GroupCommits {

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
}
