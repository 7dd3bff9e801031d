package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Answer;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.Idempotency;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.members.MemberError;
import org.walletcounter.transactions.PaymentAnswer;
import org.walletcounter.transactions.PaymentView;
import org.walletcounter.transactions.TransactionError;
import org.walletcounter.vouchers.VoucherError;

/** Gives answers again that were given before under the same key. */
@Dependent
class Answers {

    static final int PAID = 201;
    static final int REFUSED = 422;

    private static final Map<String, ErrorCode> REFUSALS = Stream.<ErrorCode[]>of(
                    LedgerError.values(), MemberError.values(), TransactionError.values(), VoucherError.values())
            .flatMap(Stream::of)
            .collect(Collectors.toMap(ErrorCode::code, Function.identity()));

    private final Idempotency idempotency;
    private final Payments payments;

    @Inject
    Answers(Idempotency idempotency, Payments payments) {
        this.idempotency = idempotency;
        this.payments = payments;
    }

    /**
     * The first answer to this key, if it was answered.
     *
     * @throws CounterException KEY_REUSED when the key came with other content before
     */
    Optional<PaymentAnswer> earlier(CommandKey key) {
        return idempotency.recall(key).map(this::again);
    }

    private PaymentAnswer again(Answer answer) {
        PaymentJson.Kept kept = PaymentJson.read(answer.body());
        PaymentView payment = payments.anyones(kept.paymentId())
                .map(payments::view)
                .orElseThrow(() -> new IllegalStateException("The answer names payment " + kept.paymentId()
                        + ", which is not in the books. Restore it from the backup."));
        return new PaymentAnswer(payment, answer.body(), refusal(payment.refusal(), kept), true);
    }

    private static @Nullable CounterException refusal(@Nullable String code, PaymentJson.Kept kept) {
        return code == null
                ? null
                : new CounterException(refusalOf(code), kept.arguments().toArray());
    }

    /** The refusal with this code. */
    static ErrorCode refusalOf(String code) {
        ErrorCode error = REFUSALS.get(code);
        if (error == null) {
            throw new IllegalStateException("A refusal that payments cannot have was kept: " + code);
        }
        return error;
    }
}
