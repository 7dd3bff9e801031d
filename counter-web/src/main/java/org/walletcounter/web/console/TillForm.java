package org.walletcounter.web.console;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.merchants.TillView;

/** What the form for a till holds while it is filled in. */
public class TillForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable UUID id;
    private @Nullable UUID storeId;
    private String code = "";
    private String name = "";
    private boolean open = true;

    static TillForm in(UUID storeId) {
        TillForm form = new TillForm();
        form.storeId = storeId;
        return form;
    }

    static TillForm of(TillView till) {
        TillForm form = in(till.storeId());
        form.id = till.id();
        form.code = till.code();
        form.name = till.name();
        form.open = till.open();
        return form;
    }

    TillView till(UUID kept) {
        return new TillView(kept, requireNonNull(storeId), code, name, open);
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

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isOpen() {
        return open;
    }

    public void setOpen(boolean open) {
        this.open = open;
    }
}
