package org.walletcounter.transactions.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Money;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.transactions.PaymentState;
import org.walletcounter.transactions.PaymentView;
import org.walletcounter.transactions.RefundView;
import org.walletcounter.transactions.Returned;
import org.walletcounter.transactions.SalePricing;
import org.walletcounter.transactions.SaleTax;
import org.walletcounter.transactions.Tender;
import org.walletcounter.transactions.TransactionError;

/** A payment as it stands. The ledger's writer inserts it; here it is read, refunded and cancelled. */
@Entity
@Table(schema = "transactions", name = "payment")
class Payment extends MoneyMoved {

    @Column(name = "sale_number")
    private String saleNumber;

    @Enumerated(EnumType.STRING)
    private PaymentState state;

    @Nullable
    private String refusal;

    private long refunded;

    @Nullable
    @Column(name = "member_name")
    private String memberName;

    @Nullable
    @Column(name = "journal_id")
    private UUID journalId;

    @Nullable
    @Column(name = "receipt_key")
    private UUID receiptKey;

    @Column(name = "took_millis")
    private int tookMillis;

    @Column(name = "points_earned")
    private long pointsEarned;

    @SuppressWarnings("NullAway.Init")
    protected Payment() {}

    @Nullable
    UUID journalId() {
        return journalId;
    }

    @Nullable
    UUID receiptKey() {
        return receiptKey;
    }

    String saleNumber() {
        return saleNumber;
    }

    /** What can still be given back. */
    long left() {
        return amount() - refunded;
    }

    long refunded() {
        return refunded;
    }

    /** Refuses more than is left. */
    void requireLeft(long minor) {
        if (minor < 0 || minor > left()) {
            throw CounterException.at("amount", TransactionError.EXCEEDS_PAID, Money.of(left(), currency()));
        }
    }

    /** Notes that so much is given back; refuses more than is left. */
    void giveBack(long minor) {
        requireLeft(minor);
        refunded += minor;
    }

    /** Refuses unless it was paid and still stands. */
    void requirePaid() {
        if (state != PaymentState.SUCCEEDED) {
            throw new CounterException(TransactionError.PAYMENT_NOT_PAID);
        }
    }

    /** Refuses unless nothing was given back yet and the day is its own. */
    void requireWholeAndOf(LocalDate today) {
        if (!businessDay().equals(today) || refunded > 0) {
            throw new CounterException(TransactionError.TOO_LATE_TO_CANCEL);
        }
    }

    /** Calls it back, once all of it has been given back. */
    void cancel() {
        if (left() != 0) {
            throw new IllegalStateException("A payment is cancelled as a whole.");
        }
        state = PaymentState.CANCELLED;
    }

    /** What came back of it: the refunds, and the pieces of its lines. */
    record CameBack(List<RefundView> refunds, List<Returned> returned) {}

    PaymentView view(
            List<Tender> tenders,
            List<PricedLine> lines,
            @Nullable SalePricing pricing,
            List<SaleTax> taxes,
            CameBack back) {
        return new PaymentView(
                id(),
                merchantId(),
                storeId(),
                tillId(),
                saleNumber,
                state,
                money(),
                Money.of(refunded, currency()),
                refusal,
                tenders,
                lines,
                memberId(),
                memberName,
                cashier(),
                occurredAt(),
                businessDay(),
                journalId,
                receiptKey == null ? null : ReceiptToken.of(id(), receiptKey),
                tookMillis,
                pointsEarned,
                pricing,
                taxes,
                back.refunds(),
                back.returned());
    }
}
