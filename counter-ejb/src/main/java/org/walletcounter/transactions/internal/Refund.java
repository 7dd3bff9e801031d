package org.walletcounter.transactions.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
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
import org.walletcounter.transactions.SaleTax;
import org.walletcounter.transactions.Tender;

/** Money given back. It is written once and never changed. */
@Entity
@Table(schema = "transactions", name = "refund")
class Refund extends MoneyMoved {

    @Nullable
    @Column(name = "payment_id")
    private UUID paymentId;

    @Nullable
    private String number;

    private String reason;
    private String note;

    /** Null where neither money nor anything else moved. */
    @Nullable
    @Column(name = "journal_id")
    private UUID journalId;

    @Column(name = "points_back")
    private long pointsBack;

    @Column(name = "points_taken")
    private long pointsTaken;

    @Column(name = "cash_back_taken")
    private long cashBackTaken;

    @Column(name = "cash_back_owed")
    private long cashBackOwed;

    @SuppressWarnings("NullAway.Init")
    protected Refund() {}

    Refund(Place place, Origin origin, Why why, When when, String tenderKind) {
        super(place, origin, when, tenderKind);
        this.paymentId = origin.paymentId();
        this.number = why.number();
        this.reason = why.reason();
        this.note = why.note();
        this.journalId = when.journalId();
    }

    /** Notes what happened to points: how many came back, how many were taken back. */
    void points(long back, long taken) {
        pointsBack = back;
        pointsTaken = taken;
    }

    /** Notes what was taken of cash-back that was paid out, and what is owed of it. */
    void claimed(long taken, long owed) {
        cashBackTaken = taken;
        cashBackOwed = owed;
    }

    /** Nothing moves but the goods: there is nothing to write into the books. */
    void movesOnlyGoods() {
        journalId = null;
    }

    /** The id of its journal, to write it. */
    UUID journalId() {
        return Objects.requireNonNull(journalId, "Only goods moved: such a refund is in no journal.");
    }

    @Nullable
    UUID paymentId() {
        return paymentId;
    }

    @Nullable
    String number() {
        return number;
    }

    RefundView view(List<Tender> tenders, List<SaleTax> taxes) {
        return new RefundView(
                id(),
                Objects.requireNonNull(paymentId, "Only a refund of a payment is shown."),
                money(),
                reason,
                note,
                cashier(),
                occurredAt(),
                journalId,
                tenders,
                pointsBack,
                pointsTaken,
                cashBackTaken,
                cashBackOwed,
                taxes);
    }

    /**
     * Where and by whom it is given back.
     *
     * @param storeId the sale's; so is the till
     * @param drawer the till whose drawer cash comes out of; null for the store's own cash
     */
    record Place(
            Actor actor,
            UUID storeId,
            @Nullable UUID tillId,
            @Nullable UUID drawer) {

        /** Where cash comes out of the drawer of the sale's own till. */
        Place(Actor actor, UUID storeId, @Nullable UUID tillId) {
            this(actor, storeId, tillId, tillId);
        }
    }

    /** What is given back, and of which payment, if it is in the books. */
    record Origin(@Nullable UUID paymentId, @Nullable UUID memberId, Money amount) {}

    /** Why, and under which number of the merchant's, if it has one. */
    record Why(@Nullable String number, String reason, String note) {}

    /** When, and under which ids. */
    record When(UUID id, UUID journalId, Instant occurredAt, LocalDate businessDay) {}
}
