package org.walletcounter.orders.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.walletcounter.orders.BasketLine;
import org.walletcounter.orders.ParkedSale;

/** A basket that was set aside. */
@Entity
@Table(schema = "orders", name = "parked_sale")
class ParkedBasket {

    @Id
    private UUID id;

    @Column(name = "merchant_id")
    private UUID merchantId;

    @Column(name = "store_id")
    private UUID storeId;

    private String label;
    private String cashier;
    private String lines;
    private long total;

    @Column(name = "parked_at")
    private Instant parkedAt;

    @SuppressWarnings("NullAway.Init")
    protected ParkedBasket() {}

    ParkedBasket(UUID merchantId, ParkedSale sale) {
        this.id = sale.id();
        this.merchantId = merchantId;
        this.storeId = sale.storeId();
        this.label = sale.label();
        this.cashier = sale.cashier();
        this.lines = BasketJson.write(sale.lines());
        this.total = sale.total();
        this.parkedAt = sale.parkedAt();
    }

    boolean isOf(UUID merchant) {
        return merchantId.equals(merchant);
    }

    ParkedSale view() {
        List<BasketLine> basket = BasketJson.read(lines);
        return new ParkedSale(id, storeId, label, cashier, parkedAt, basket, total);
    }
}
