package org.walletcounter.transactions.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.members.Payer;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.transactions.PaymentAnswer;
import org.walletcounter.transactions.PaymentRequest;
import org.walletcounter.transactions.PaymentState;
import org.walletcounter.transactions.PaymentView;
import org.walletcounter.transactions.TransactionError;
import org.walletcounter.transactions.internal.checkout.Joined;

/**
 * A payment on its way through the ledger. The ledger's writer asks it for its rows once the outcome is decided; the
 * answer is made at that moment, kept with the rows, and given to the caller when the batch is durable. A batch that is
 * tried again asks again: the last answer counts.
 */
final class Attempt implements Companion {

    private final Head head;
    private final PaymentRequest request;
    private final List<PricedLine> lines;
    private final Customer customer;
    private final Joined joined;
    private final UUID receiptKey = ReceiptToken.newKey();
    private volatile @Nullable PaymentAnswer answer;

    Attempt(Head head, PaymentRequest request, List<PricedLine> lines, Customer customer, Joined joined) {
        this.head = head;
        this.request = request;
        this.lines = lines;
        this.customer = customer;
        this.joined = joined;
    }

    Head head() {
        return head;
    }

    PaymentRequest request() {
        return request;
    }

    Customer customer() {
        return customer;
    }

    Joined joined() {
        return joined;
    }

    /** The answer as it was kept. */
    PaymentAnswer answer() {
        PaymentAnswer kept = answer;
        if (kept == null) {
            throw new IllegalStateException("The ledger has not decided about payment " + head.paymentId + " yet.");
        }
        return kept;
    }

    @Override
    public List<Row> rows(Outcome outcome) {
        CounterException refusal = refusal(outcome);
        if (refusal != null && refusal.error().kind() == ErrorCode.Kind.UNAVAILABLE) {
            return List.of();
        }
        PaymentView payment = view(refusal);
        String json = PaymentJson.write(payment, refusal == null ? List.of() : refusal.arguments());
        answer = new PaymentAnswer(payment, json, refusal, false);
        Payer payer = customer.payer;
        AccountId wallet = payer == null ? null : payer.wallet();
        List<Row> rows =
                new ArrayList<>(PaymentRows.of(payment, head.actor, new PaymentRows.Secrets(receiptKey, wallet)));
        rows.add(PaymentRows.command(head.key, refusal == null ? Answers.PAID : Answers.REFUSED, json));
        rows.add(PaymentRows.message(refusal == null ? "payment.succeeded" : "payment.refused", payment));
        joined.companions().forEach(each -> rows.addAll(each.rows(outcome)));
        return rows;
    }

    private @Nullable CounterException refusal(Outcome outcome) {
        if (customer.refusal != null) {
            return customer.refusal;
        }
        if (!(outcome instanceof Outcome.Refused refused)) {
            return null;
        }
        return isOfThePrice(refused)
                ? new CounterException(TransactionError.PRICE_CHANGED)
                : new CounterException(refused.error(), refused.arguments().toArray());
    }

    /** What ran out is no money: a voucher, a budget, a number or points. What it was reckoned with is gone. */
    private boolean isOfThePrice(Outcome.Refused refused) {
        return refused.error() == LedgerError.INSUFFICIENT_FUNDS
                && refused.arguments().stream()
                        .noneMatch(each ->
                                each.toString().endsWith(" " + request.amount().currency()));
    }

    private PaymentView view(@Nullable CounterException refusal) {
        Payer payer = customer.payer;
        boolean paid = refusal == null;
        return new PaymentView(
                head.paymentId,
                head.actor.merchantId(),
                request.storeId(),
                request.tillId(),
                request.saleNumber(),
                paid ? PaymentState.SUCCEEDED : PaymentState.REFUSED,
                request.amount(),
                Money.zero(request.amount().currency()),
                refusal == null ? null : refusal.error().code(),
                request.tenders(),
                lines,
                payer == null ? null : payer.memberId(),
                payer == null ? null : payer.greeting(),
                head.actor.name(),
                head.occurredAt,
                head.businessDay,
                paid ? head.journalId : null,
                paid ? ReceiptToken.of(head.paymentId, receiptKey) : null,
                head.millisSinceArrival(),
                kept(paid).pointsEarned(),
                kept(paid).pricing(),
                kept(paid).taxes(),
                List.of(),
                List.of());
    }

    /** What stands in the books besides the money; nothing of a refused payment does. */
    private Joined kept(boolean paid) {
        return paid ? joined : Joined.NONE;
    }

    /**
     * What is known of a payment before anything else.
     *
     * @param occurredAt when the request arrived
     */
    record Head(
            Actor actor,
            CommandKey key,
            UUID paymentId,
            UUID journalId,
            Instant occurredAt,
            LocalDate businessDay,
            Clock clock) {

        int millisSinceArrival() {
            return (int) Math.min(Integer.MAX_VALUE, Math.max(0, clock.millis() - occurredAt.toEpochMilli()));
        }

        Journal.Scope scope(PaymentRequest request, @Nullable Payer payer) {
            return new Journal.Scope(
                    actor.merchantId(),
                    request.storeId(),
                    request.tillId(),
                    actor.id(),
                    payer == null ? null : payer.memberId());
        }
    }

    /**
     * Who pays, if a member does.
     *
     * @param refusal why the code or card they showed is not accepted; the attempt is then recorded as refused
     */
    record Customer(@Nullable Payer payer, @Nullable CounterException refusal) {

        static final Customer UNKNOWN = new Customer(null, null);
    }
}
