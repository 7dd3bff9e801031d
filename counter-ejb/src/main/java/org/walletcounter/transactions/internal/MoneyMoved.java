package org.walletcounter.transactions.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;

/** What a payment and a refund have in common: where, by whom, for whom, how much and when. */
@MappedSuperclass
abstract class MoneyMoved {

    @Id
    private UUID id;

    @Column(name = "merchant_id")
    private UUID merchantId;

    @Column(name = "store_id")
    private UUID storeId;

    @Nullable
    @Column(name = "till_id")
    private UUID tillId;

    private long amount;
    private String currency;

    @Column(name = "tender_kind")
    private String tenderKind;

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

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected MoneyMoved() {}

    MoneyMoved(Refund.Place place, Refund.Origin origin, Refund.When when, String tenderKind) {
        this.id = when.id();
        this.merchantId = place.actor().merchantId();
        this.storeId = place.storeId();
        this.tillId = place.tillId();
        this.amount = origin.amount().minor();
        this.currency = origin.amount().currency();
        this.tenderKind = tenderKind;
        this.memberId = origin.memberId();
        this.cashierId = place.actor().id();
        this.cashier = place.actor().name();
        this.occurredAt = when.occurredAt();
        this.businessDay = when.businessDay();
    }

    UUID id() {
        return id;
    }

    UUID merchantId() {
        return merchantId;
    }

    UUID storeId() {
        return storeId;
    }

    @Nullable
    UUID tillId() {
        return tillId;
    }

    long amount() {
        return amount;
    }

    String currency() {
        return currency;
    }

    /** The amount with its currency. */
    Money money() {
        return Money.of(amount, currency);
    }

    @Nullable
    UUID memberId() {
        return memberId;
    }

    String cashier() {
        return cashier;
    }

    Instant occurredAt() {
        return occurredAt;
    }

    LocalDate businessDay() {
        return businessDay;
    }
}
