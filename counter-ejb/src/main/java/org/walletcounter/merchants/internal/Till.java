package org.walletcounter.merchants.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.walletcounter.merchants.TillView;

@Entity
@Table(schema = "merchants", name = "till")
class Till {

    @Id
    private UUID id;

    @Column(name = "store_id")
    private UUID storeId;

    private String code;

    private String name;

    private boolean open;

    @SuppressWarnings("NullAway.Init")
    protected Till() {}

    Till(TillView view) {
        id = view.id();
        storeId = view.storeId();
        take(view);
    }

    /** Takes over everything that may change; a till stays in its store. */
    final void take(TillView view) {
        code = view.code();
        name = view.name();
        open = view.open();
    }

    TillView view() {
        return new TillView(id, storeId, code, name, open);
    }
}
