package org.walletcounter.members.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/** One of the ways a member is known, sealed, and found by its keyed hash. */
@Entity
@Table(schema = "members", name = "identifier")
class MemberIdentifier {

    static final String PHONE = "phone";

    @Id
    private UUID id;

    @Column(name = "member_id")
    private UUID memberId;

    @Column(name = "merchant_id")
    private UUID merchantId;

    private String kind;

    @Column(name = "index_hash")
    private byte[] indexHash;

    private byte[] sealed;

    @Column(name = "bound_at")
    private Instant boundAt;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected MemberIdentifier() {}

    MemberIdentifier(UUID id, Member member, Identity identity, Instant boundAt, Vault vault) {
        this.id = id;
        this.memberId = member.id();
        this.merchantId = member.merchantId();
        this.kind = kept(identity.kind());
        this.indexHash = identity.hash(vault, merchantId);
        this.sealed = member.seal(vault, place(id), identity.value());
        this.boundAt = boundAt;
    }

    UUID id() {
        return id;
    }

    UUID memberId() {
        return memberId;
    }

    String kind() {
        return kind.toLowerCase(Locale.ROOT);
    }

    /** What the member is known by; empty once the member is erased. */
    String value(Member member, Vault vault) {
        return member.isErased() ? "" : member.open(vault, place(id), sealed);
    }

    /** Whether a search for that value finds it. */
    boolean isFoundBy(String value, Vault vault) {
        return Arrays.equals(indexHash, vault.index(merchantId, kind(), value));
    }

    /** A kind as it stands in the table. */
    static String kept(String kind) {
        return kind.toUpperCase(Locale.ROOT);
    }

    private static String place(UUID id) {
        return "members.identifier|sealed|" + id;
    }
}
