package org.walletcounter.transactions.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Submission;
import org.walletcounter.transactions.PaymentAnswer;
import org.walletcounter.transactions.PaymentSettled;
import org.walletcounter.transactions.PaymentView;

/** Hands an attempt to the ledger and answers what becomes of it. No thread waits meanwhile. */
@Dependent
class TakingPayments {

    private final PaymentJournals journals;
    private final HandingIn handingIn;
    private final Answers answers;
    private final Announcing announcing;

    /** For looking an earlier answer up: that is rare, and waits for the database. */
    @Resource
    private ManagedExecutorService elsewhere;

    @Inject
    @SuppressWarnings("NullAway.Init")
    TakingPayments(PaymentJournals journals, HandingIn handingIn, Answers answers, Announcing announcing) {
        this.journals = journals;
        this.handingIn = handingIn;
        this.answers = answers;
        this.announcing = announcing;
    }

    CompletionStage<PaymentAnswer> take(Attempt attempt) {
        Submission submission =
                new Submission(journals.of(attempt), attempt.head().key(), attempt);
        return handingIn.handIn(submission, attempt).thenCompose(outcome -> answer(outcome, attempt));
    }

    /** The first answer to this key, or the refusal where there is none. */
    CompletionStage<PaymentAnswer> again(CommandKey key, Throwable refusal) {
        return CompletableFuture.supplyAsync(
                () -> answers.earlier(key).orElseThrow(() -> new CompletionException(cause(refusal))), elsewhere);
    }

    private CompletionStage<PaymentAnswer> answer(Outcome outcome, Attempt attempt) {
        if (outcome instanceof Outcome.Repeated) {
            return again(attempt.head().key(), new CounterException(KernelError.COMMAND_IN_FLIGHT));
        }
        if (outcome instanceof Outcome.Refused refused && refused.error().kind() == ErrorCode.Kind.UNAVAILABLE) {
            throw new CounterException(refused.error(), refused.arguments().toArray());
        }
        PaymentAnswer answer = attempt.answer();
        announce(answer.payment());
        return CompletableFuture.completedStage(answer);
    }

    private void announce(PaymentView payment) {
        announcing.settled(new PaymentSettled(
                payment.id(),
                payment.merchantId(),
                payment.storeId(),
                payment.businessDay(),
                payment.refusal() == null ? "paid" : "refused"));
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause == null ? failure : cause;
    }
}
