package org.walletcounter.merchants.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.walletcounter.merchants.MerchantView;

@Entity
@Table(schema = "merchants", name = "merchant")
class Merchant {

    @Id
    private UUID id;

    private String code;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "name_zh")
    private String nameZh;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String currency;

    private String zone;

    @SuppressWarnings("NullAway.Init")
    protected Merchant() {}

    Merchant(MerchantView view) {
        id = view.id();
        code = view.code();
        nameEn = view.nameEn();
        nameZh = view.nameZh();
        currency = view.currency();
        zone = view.zone().getId();
    }

    MerchantView view() {
        return new MerchantView(id, code, nameEn, nameZh, currency, ZoneId.of(zone));
    }
}
