package org.walletcounter.transactions.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Money;
import org.walletcounter.transactions.RefundView;
import org.walletcounter.transactions.Tender;

/** Money given back. It is written once and never changed. */
@Entity
@Table(schema = "transactions", name = "refund")
class Refund {

    @Id
    private UUID id;

    @Column(name = "merchant_id")
    private UUID merchantId;

    @Column(name = "store_id")
    private UUID storeId;

    @Nullable
    @Column(name = "till_id")
    private UUID tillId;

    @Nullable
    @Column(name = "payment_id")
    private UUID paymentId;

    @Nullable
    private String number;

    private long amount;
    private String currency;

    @Column(name = "tender_kind")
    private String tenderKind;

    private String reason;
    private String note;

    @Nullable
    @Column(name = "member_id")
    private UUID memberId;

    @Column(name = "cashier_id")
    private String cashierId;

    private String cashier;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Column(name = "business_day")
    private LocalDate businessDay;

    @Column(name = "journal_id")
    private UUID journalId;

    @SuppressWarnings("NullAway.Init")
    protected Refund() {}

    Refund(Place place, Origin origin, Why why, When when, String tenderKind) {
        this.id = when.id();
        this.merchantId = place.actor().merchantId();
        this.storeId = place.storeId();
        this.tillId = place.tillId();
        this.cashierId = place.actor().id();
        this.cashier = place.actor().name();
        this.paymentId = origin.paymentId();
        this.memberId = origin.memberId();
        this.amount = origin.amount().minor();
        this.currency = origin.amount().currency();
        this.number = why.number();
        this.reason = why.reason();
        this.note = why.note();
        this.occurredAt = when.occurredAt();
        this.businessDay = when.businessDay();
        this.journalId = when.journalId();
        this.tenderKind = tenderKind;
    }

    UUID id() {
        return id;
    }

    UUID journalId() {
        return journalId;
    }

    @Nullable
    UUID paymentId() {
        return paymentId;
    }

    @Nullable
    UUID memberId() {
        return memberId;
    }

    @Nullable
    String number() {
        return number;
    }

    long amount() {
        return amount;
    }

    String currency() {
        return currency;
    }

    Instant occurredAt() {
        return occurredAt;
    }

    LocalDate businessDay() {
        return businessDay;
    }

    RefundView view(List<Tender> tenders) {
        return new RefundView(
                id,
                Objects.requireNonNull(paymentId, "Only a refund of a payment is shown."),
                Money.of(amount, currency),
                reason,
                note,
                cashier,
                occurredAt,
                journalId,
                tenders);
    }

    /** Where and by whom it is given back. */
    record Place(Actor actor, UUID storeId, @Nullable UUID tillId) {}

    /** What is given back, and of which payment, if it is in the books. */
    record Origin(@Nullable UUID paymentId, @Nullable UUID memberId, Money amount) {}

    /** Why, and under which number of the merchant's, if it has one. */
    record Why(@Nullable String number, String reason, String note) {}

    /** When, and under which ids. */
    record When(UUID id, UUID journalId, Instant occurredAt, LocalDate businessDay) {}
}
