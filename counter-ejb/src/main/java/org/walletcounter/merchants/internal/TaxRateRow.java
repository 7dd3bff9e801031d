package org.walletcounter.merchants.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.merchants.TaxRate;

/** A rate of tax. It is written once and never changed. */
@Entity
@Table(schema = "merchants", name = "tax_rate")
class TaxRateRow {

    @Id
    private UUID id;

    @Column(name = "merchant_id")
    private UUID merchantId;

    @Nullable
    @Column(name = "store_id")
    private UUID storeId;

    private String code;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "name_zh")
    private String nameZh;

    @Column(name = "basis_points")
    private int basisPoints;

    private boolean standard;

    @Column(name = "valid_from")
    private LocalDate from;

    @SuppressWarnings("NullAway.Init")
    protected TaxRateRow() {}

    TaxRateRow(TaxRate rate) {
        this.id = rate.id();
        this.merchantId = rate.merchantId();
        this.storeId = rate.storeId();
        this.code = rate.code();
        this.nameEn = rate.nameEn();
        this.nameZh = rate.nameZh();
        this.basisPoints = rate.basisPoints();
        this.standard = rate.standard();
        this.from = rate.from();
    }

    TaxRate view() {
        return new TaxRate(id, merchantId, storeId, code, nameEn, nameZh, basisPoints, standard, from);
    }
}
