package org.walletcounter.transactions.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.orders.PricedLine;

/** One line of what was sold with a payment. The ledger's writer inserts it; here it is only read. */
@Entity
@IdClass(LineId.class)
@Table(schema = "transactions", name = "sale_line")
class SoldLine {

    @Id
    @Column(name = "payment_id")
    private UUID owner;

    @Id
    private int line;

    @Nullable
    @Column(name = "product_id")
    private UUID productId;

    private String sku;
    private String text;
    private String category;
    private int quantity;

    @Column(name = "unit_amount")
    private long unitAmount;

    private long amount;

    @Column(name = "tax_code")
    private String taxCode;

    private long tax;

    @SuppressWarnings("NullAway.Init")
    protected SoldLine() {}

    UUID owner() {
        return owner;
    }

    PricedLine view() {
        return new PricedLine(line, productId, sku, text, category, quantity, unitAmount, amount, taxCode, tax);
    }
}
