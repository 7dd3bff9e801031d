package org.walletcounter.ledger.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.walletcounter.ledger.BulkDebit;
import org.walletcounter.ledger.GroupCommits;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Submission;

/** Keeps the ledger that {@link LedgerBean} has started. Thread-safe. */
@ApplicationScoped
class StartedLedger implements GroupCommits {

    private volatile @Nullable JdbcLedger ledger;

    void started(JdbcLedger started) {
        ledger = started;
    }

    JdbcLedger get() {
        JdbcLedger started = ledger;
        if (started == null) {
            throw new IllegalStateException("The ledger has not been started.");
        }
        return started;
    }

    @Override
    public CompletionStage<Outcome> submit(Submission submission) {
        return get().submit(submission);
    }

    @Override
    public CompletionStage<List<Outcome>> submit(BulkDebit debits) {
        return get().submit(debits);
    }
}
