package org.walletcounter.transactions.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.transactions.Tender;
import org.walletcounter.transactions.TenderKind;

/** One part of a payment, and what of it was given back. */
@Entity
@IdClass(LineId.class)
@Table(schema = "transactions", name = "tender")
class TenderPart {

    @Id
    @Column(name = "payment_id")
    private UUID owner;

    @Id
    private int line;

    @Enumerated(EnumType.STRING)
    private TenderKind kind;

    private long amount;

    @Nullable
    private Long received;

    @Nullable
    @Column(name = "account_id")
    private Long accountId;

    private long refunded;
    private long rounding;

    @Column(name = "rounding_back")
    private long roundingBack;

    @SuppressWarnings("NullAway.Init")
    protected TenderPart() {}

    UUID owner() {
        return owner;
    }

    int line() {
        return line;
    }

    /** Whether it came from the wallets of many people, none of which is named here. */
    boolean isOfMany() {
        return kind == TenderKind.WALLET && accountId == null;
    }

    /** What a refund can go back to. */
    Splitting.Source source() {
        return new Splitting.Source(line, kind, left(), accountId == null ? null : new AccountId(accountId));
    }

    /** What can still be given back of it. */
    long left() {
        return amount - refunded;
    }

    /** Notes that so much of it is given back, and in cash so much more. */
    void giveBack(Splitting.Share share) {
        if (share.amount() > left()) {
            throw new IllegalStateException("A tender gives back no more than it took.");
        }
        refunded += share.amount();
        roundingBack += share.rounding();
    }

    /** Notes that so much of it is given back. */
    void giveBack(long minor) {
        giveBack(Splitting.whole(source(), minor));
    }

    boolean isCash() {
        return kind == TenderKind.CASH;
    }

    /** How it stands, if it is cash. */
    CashRounding.Drawer drawer() {
        return new CashRounding.Drawer(amount, rounding, refunded, roundingBack);
    }

    Tender view(String currency) {
        return new Tender(
                kind, Money.of(amount, currency), received == null ? null : Money.of(received, currency), rounding);
    }
}
