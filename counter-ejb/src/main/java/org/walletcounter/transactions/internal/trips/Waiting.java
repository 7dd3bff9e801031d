package org.walletcounter.transactions.internal.trips;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.ledger.LedgerError;

/** Waits for what the ledger's group commit answers. */
final class Waiting {

    private static final int PATIENCE_SECONDS = 20;

    private Waiting() {}

    static <T> T on(CompletionStage<T> stage) {
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
