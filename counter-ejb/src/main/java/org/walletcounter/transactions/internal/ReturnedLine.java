package org.walletcounter.transactions.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.orders.PricedLine;

/** One line of what came back with a refund. */
@Entity
@IdClass(LineId.class)
@Table(schema = "transactions", name = "refund_line")
class ReturnedLine {

    @Id
    @Column(name = "refund_id")
    private UUID owner;

    @Id
    private int line;

    private String sku;
    private String text;
    private String category;
    private int quantity;

    @Column(name = "unit_amount")
    private long unitAmount;

    private long amount;

    @Nullable
    @Column(name = "sale_line")
    private Integer saleLine;

    @SuppressWarnings("NullAway.Init")
    protected ReturnedLine() {}

    /**
     * A line.
     *
     * @param saleLine which line of the sale it is of, or null where nobody knows
     */
    ReturnedLine(UUID owner, int line, PricedLine returned, @Nullable Integer saleLine) {
        this.owner = owner;
        this.line = line;
        this.sku = returned.sku();
        this.text = returned.text();
        this.category = returned.category();
        this.quantity = returned.quantity();
        this.unitAmount = returned.unitAmount();
        this.amount = returned.amount();
        this.saleLine = saleLine;
    }
}
