package org.walletcounter.merchants.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.walletcounter.merchants.StoreView;

@Entity
@Table(schema = "merchants", name = "store")
class Store {

    @Id
    private UUID id;

    @Column(name = "merchant_id")
    private UUID merchantId;

    private String code;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "name_zh")
    private String nameZh;

    private String address;

    private boolean open;

    @SuppressWarnings("NullAway.Init")
    protected Store() {}

    Store(StoreView view) {
        id = view.id();
        merchantId = view.merchantId();
        take(view);
    }

    /** Takes over everything that may change; id and merchant stay. */
    final void take(StoreView view) {
        code = view.code();
        nameEn = view.nameEn();
        nameZh = view.nameZh();
        address = view.address();
        open = view.open();
    }

    StoreView view() {
        return new StoreView(id, merchantId, code, nameEn, nameZh, address, open);
    }
}
