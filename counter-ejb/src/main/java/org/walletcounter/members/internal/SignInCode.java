package org.walletcounter.members.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A one-time code that was asked for. Neither the code nor the phone is kept in clear. */
@Entity
@Table(schema = "members", name = "sign_in_code")
class SignInCode {

    static final Duration LASTS = Duration.ofMinutes(5);

    @Id
    private UUID id;

    @Column(name = "merchant_id")
    private UUID merchantId;

    @Column(name = "phone_hash")
    private byte[] phoneHash;

    @Column(name = "code_hash")
    private byte[] codeHash;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    private int tries;

    private boolean used;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected SignInCode() {}

    SignInCode(UUID id, UUID merchantId, byte[] phoneHash, byte[] codeHash, Instant madeAt) {
        this.id = id;
        this.merchantId = merchantId;
        this.phoneHash = phoneHash;
        this.codeHash = codeHash;
        this.madeAt = madeAt;
        this.expiresAt = madeAt.plus(LASTS);
    }

    Instant expiresAt() {
        return expiresAt;
    }

    static byte[] hash(Vault vault, UUID merchantId, UUID id, String code) {
        return vault.index(merchantId, "sign-in-code", id + "|" + code);
    }
}
