package org.walletcounter.merchants.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.merchants.NewStaff;
import org.walletcounter.merchants.StaffAccess;
import org.walletcounter.merchants.StaffView;

/** A member of staff. The server's security realm reads this table too. */
@Entity
@Table(schema = "merchants", name = "staff")
class Staff {

    @Id
    private UUID id;

    @Column(name = "merchant_id")
    private UUID merchantId;

    @Column(name = "store_id")
    private @Nullable UUID storeId;

    private String username;

    private String name;

    private String role;

    private String language;

    private boolean active;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "password_set")
    private Instant passwordSet;

    @SuppressWarnings("NullAway.Init")
    protected Staff() {}

    Staff(UUID id, UUID merchantId, NewStaff hired, String passwordHash, Instant now) {
        this.id = id;
        this.merchantId = merchantId;
        storeId = hired.storeId();
        username = hired.username();
        name = hired.name();
        role = hired.role();
        language = hired.language();
        active = true;
        this.passwordHash = passwordHash;
        passwordSet = asKept(now);
    }

    /** Takes over everything that may change; user name and merchant stay. */
    void take(StaffView view) {
        storeId = view.storeId();
        name = view.name();
        role = view.role();
        language = view.language();
        active = view.active();
    }

    /** Sets a password. Its moment is later than the last one's, whatever the clocks of two nodes say. */
    void password(String hash, Instant now) {
        Instant earliest = passwordSet.plus(1, ChronoUnit.MICROS);
        Instant moment = asKept(now);
        passwordHash = hash;
        passwordSet = moment.isAfter(earliest) ? moment : earliest;
    }

    boolean works(UUID merchant) {
        return merchantId.equals(merchant);
    }

    StaffView view() {
        return new StaffView(id, merchantId, storeId, username, name, role, language, active);
    }

    StaffAccess access() {
        return new StaffAccess(view(), passwordSet);
    }

    /** Sessions compare moments: what is in memory must be what is read back, and the database keeps microseconds. */
    private static Instant asKept(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }
}
