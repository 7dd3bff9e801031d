package org.walletcounter.orders.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Money;
import org.walletcounter.orders.ProductView;

/** A product of the catalogue. */
@Entity
@Table(schema = "orders", name = "product")
class Product {

    @Id
    private UUID id;

    @Column(name = "merchant_id", updatable = false)
    private UUID merchantId;

    private String sku;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "name_zh")
    private String nameZh;

    private String category;
    private String brand;
    private String[] tags;

    @Column(name = "tax_code")
    private String taxCode;

    @Nullable
    private String barcode;

    private long price;

    @Nullable
    @Column(name = "unit_cost")
    private Long unitCost;

    private String currency;
    private boolean active;

    /** All that it is found by, in small letters: kept by the database, and only asked. */
    @Nullable
    @Column(name = "search_text", insertable = false, updatable = false)
    private String searchText;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Product() {}

    Product(UUID merchantId, ProductView view) {
        this.id = view.id();
        this.merchantId = merchantId;
        this.sku = view.sku();
        this.nameEn = view.nameEn();
        this.nameZh = view.nameZh();
        this.category = view.category();
        this.brand = view.brand();
        this.tags = tags(view);
        this.taxCode = view.taxCode();
        this.barcode = view.barcode();
        this.price = view.price().minor();
        this.unitCost = view.unitCost();
        this.currency = view.price().currency();
        this.active = view.active();
    }

    /** Takes the changes over, unless they were made on an older version than this one. */
    void change(ProductView view) {
        if (view.version() != version) {
            throw new CounterException(KernelError.CHANGED_MEANWHILE);
        }
        sku = view.sku();
        nameEn = view.nameEn();
        nameZh = view.nameZh();
        category = view.category();
        brand = view.brand();
        tags = tags(view);
        taxCode = view.taxCode();
        barcode = view.barcode();
        price = view.price().minor();
        unitCost = view.unitCost();
        currency = view.price().currency();
        active = view.active();
    }

    private static String[] tags(ProductView view) {
        return view.tags().toArray(String[]::new);
    }

    ProductView view() {
        return new ProductView(
                id,
                merchantId,
                sku,
                nameEn,
                nameZh,
                category,
                brand,
                List.of(tags),
                taxCode,
                barcode,
                Money.of(price, currency),
                unitCost,
                active,
                version);
    }
}
