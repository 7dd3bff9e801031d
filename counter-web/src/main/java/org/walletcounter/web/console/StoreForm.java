package org.walletcounter.web.console;

import static java.util.Objects.requireNonNullElse;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.merchants.StoreView;

/** What the form for a store holds while it is filled in. */
public class StoreForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable UUID id;
    private String code = "";
    private String nameEn = "";
    private String nameZh = "";
    private @Nullable String address;
    private boolean open = true;

    static StoreForm of(StoreView store) {
        StoreForm form = new StoreForm();
        form.id = store.id();
        form.code = store.code();
        form.nameEn = store.nameEn();
        form.nameZh = store.nameZh();
        form.address = store.address();
        form.open = store.open();
        return form;
    }

    StoreView store(UUID kept, Actor actor) {
        return new StoreView(kept, actor.merchantId(), code, nameEn, nameZh, requireNonNullElse(address, ""), open);
    }

    public @Nullable UUID getId() {
        return id;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(String nameEn) {
        this.nameEn = nameEn;
    }

    public String getNameZh() {
        return nameZh;
    }

    public void setNameZh(String nameZh) {
        this.nameZh = nameZh;
    }

    public @Nullable String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address;
    }

    public boolean isOpen() {
        return open;
    }

    public void setOpen(boolean open) {
        this.open = open;
    }
}
