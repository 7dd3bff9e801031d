package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.ledger.LedgerError;

/**
 * Lets so many payments be under way at once and refuses the rest before any work goes into them: when more come than can
 * be taken, those that are taken stay as fast as ever, and the others are told at once to come again. Thread-safe.
 */
@ApplicationScoped
class Admission {

    private final AtomicInteger underWay = new AtomicInteger();
    private final int most;

    /** For the container's proxies only. */
    protected Admission() {
        this.most = 0;
    }

    @Inject
    Admission(TransactionsSettings settings) {
        this(settings.underWay());
    }

    Admission(int most) {
        this.most = most;
    }

    /**
     * Does the work if there is room.
     *
     * @throws CounterException {@link LedgerError#BUSY}; nothing was done
     */
    <T> CompletionStage<T> admit(Supplier<CompletionStage<T>> work) {
        if (underWay.incrementAndGet() > most) {
            underWay.decrementAndGet();
            throw new CounterException(LedgerError.BUSY);
        }
        try {
            return work.get().whenComplete((answer, refusal) -> underWay.decrementAndGet());
        } catch (RuntimeException | Error failed) {
            underWay.decrementAndGet();
            throw failed;
        }
    }
}
