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

/** Where one part of a refund went. */
@Entity
@IdClass(LineId.class)
@Table(schema = "transactions", name = "refund_tender")
class RefundPart {

    @Id
    @Column(name = "refund_id")
    private UUID owner;

    @Id
    private int line;

    @Enumerated(EnumType.STRING)
    private TenderKind kind;

    private long amount;
    private long rounding;

    @Nullable
    @Column(name = "account_id")
    private Long accountId;

    @SuppressWarnings("NullAway.Init")
    protected RefundPart() {}

    RefundPart(UUID owner, int line, Splitting.Share share) {
        this.owner = owner;
        this.line = line;
        this.kind = share.kind();
        this.amount = share.amount();
        this.rounding = share.rounding();
        AccountId wallet = share.wallet();
        this.accountId = wallet == null ? null : wallet.value();
    }

    UUID owner() {
        return owner;
    }

    Tender view(String currency) {
        return new Tender(kind, Money.of(amount, currency), null, rounding);
    }
}
