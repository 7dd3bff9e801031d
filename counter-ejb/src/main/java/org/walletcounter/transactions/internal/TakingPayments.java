package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Submission;
import org.walletcounter.transactions.PaymentAnswer;
import org.walletcounter.transactions.PaymentSettled;
import org.walletcounter.transactions.PaymentView;
import org.walletcounter.transactions.TransactionError;

/**
 * Hands an attempt to the ledger and waits for what becomes of it. Where the ledger cannot say, because the database went
 * away in the middle, the same attempt is handed in again: its key sees to it that it counts once.
 */
@Dependent
class TakingPayments {

    private static final long FIRST_PAUSE_MILLIS = 100;

    private final Ledger ledger;
    private final PaymentJournals journals;
    private final Answers answers;
    private final Announcing announcing;
    private final TransactionsSettings settings;

    @Inject
    TakingPayments(
            Ledger ledger,
            PaymentJournals journals,
            Answers answers,
            Announcing announcing,
            TransactionsSettings settings) {
        this.ledger = ledger;
        this.journals = journals;
        this.answers = answers;
        this.announcing = announcing;
        this.settings = settings;
    }

    PaymentAnswer take(Attempt attempt) {
        Submission submission =
                new Submission(journals.of(attempt), attempt.head().key(), attempt);
        Outcome outcome = outcome(submission, attempt);
        if (outcome instanceof Outcome.Repeated) {
            return repeated(attempt);
        }
        if (outcome instanceof Outcome.Refused refused && refused.error().kind() == ErrorCode.Kind.UNAVAILABLE) {
            throw new CounterException(refused.error());
        }
        PaymentAnswer answer = attempt.answer();
        announce(answer.payment());
        return answer;
    }

    private PaymentAnswer repeated(Attempt attempt) {
        Optional<PaymentAnswer> earlier = answers.earlier(attempt.head().key());
        return earlier.orElseThrow(() -> new CounterException(KernelError.COMMAND_IN_FLIGHT));
    }

    private Outcome outcome(Submission submission, Attempt attempt) {
        long deadline =
                attempt.head().occurredAt().toEpochMilli() + settings.patience().toMillis();
        long pause = FIRST_PAUSE_MILLIS;
        for (int turn = 1; millisUntil(deadline, attempt) > 0; turn++) {
            Outcome outcome = once(submission, attempt, new Turn(turn, deadline));
            if (outcome != null) {
                return outcome;
            }
            sleep(Math.max(0, Math.min(pause, millisUntil(deadline, attempt))));
            pause *= 2;
        }
        throw unknown(attempt);
    }

    /** One try; null when nobody can say what became of it. */
    private @Nullable Outcome once(Submission submission, Attempt attempt, Turn turn) {
        try {
            return ledger.submit(submission)
                    .toCompletableFuture()
                    .get(Math.max(1, millisUntil(turn.deadline, attempt)), TimeUnit.MILLISECONDS);
        } catch (ExecutionException lost) {
            TransactionsLog.LOG.outcomeLost(
                    attempt.head().paymentId(), attempt.request().saleNumber(), turn.number, lost.getCause());
            return null;
        } catch (TimeoutException late) {
            throw unknown(attempt);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unknown(attempt);
        }
    }

    private void announce(PaymentView payment) {
        announcing.settled(new PaymentSettled(
                payment.id(),
                payment.merchantId(),
                payment.storeId(),
                payment.businessDay(),
                payment.refusal() == null ? "paid" : "refused"));
    }

    private static long millisUntil(long deadline, Attempt attempt) {
        return deadline - attempt.head().clock().millis();
    }

    private static CounterException unknown(Attempt attempt) {
        TransactionsLog.LOG.outcomeUnknown(
                attempt.head().paymentId(),
                attempt.request().saleNumber(),
                attempt.head().millisSinceArrival());
        return new CounterException(TransactionError.OUTCOME_UNKNOWN);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private record Turn(int number, long deadline) {}
}
