package org.walletcounter.merchants.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.merchants.KeyView;

@Entity
@Table(schema = "merchants", name = "api_key")
class ApiKey {

    @Id
    private UUID id;

    @Column(name = "merchant_id")
    private UUID merchantId;

    @Column(name = "store_id")
    private @Nullable UUID storeId;

    @Column(name = "till_id")
    private @Nullable UUID tillId;

    private String label;

    private String role;

    @Column(name = "secret_hash")
    private byte[] secretHash;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway.Init")
    protected ApiKey() {}

    ApiKey(UUID id, UUID merchantId, KeyView wish, byte[] secretHash, Instant now) {
        this.id = id;
        this.merchantId = merchantId;
        storeId = wish.storeId();
        tillId = wish.tillId();
        label = wish.label();
        role = wish.role();
        this.secretHash = secretHash;
        madeAt = now;
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    boolean belongsTo(UUID merchant) {
        return merchantId.equals(merchant);
    }

    KeyView view() {
        return new KeyView(id, merchantId, storeId, tillId, label, role, madeAt, revokedAt != null);
    }
}
