package org.walletcounter.web.console;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.merchants.NewStaff;
import org.walletcounter.merchants.StaffView;

/** What the form for a member of staff holds while it is filled in. */
public class StaffForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable UUID id;
    private @Nullable UUID storeId;
    private String username = "";
    private String name = "";
    private String role = "cashier";
    private String language = "en";
    private boolean active = true;
    private transient @Nullable String password;

    static StaffForm of(StaffView staff) {
        StaffForm form = new StaffForm();
        form.id = staff.id();
        form.storeId = staff.storeId();
        form.username = staff.username();
        form.name = staff.name();
        form.role = staff.role();
        form.language = staff.language();
        form.active = staff.active();
        return form;
    }

    NewStaff newStaff() {
        return new NewStaff(storeId, username, name, role, language, getPassword());
    }

    StaffView staff(UUID merchantId) {
        return new StaffView(requireNonNull(id), merchantId, storeId, username, name, role, language, active);
    }

    /** Whether somebody new is taken on. */
    public boolean isNew() {
        return id == null;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public @Nullable UUID getStoreId() {
        return storeId;
    }

    public void setStoreId(@Nullable UUID storeId) {
        this.storeId = storeId;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public String getPassword() {
        return password == null ? "" : password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }
}
