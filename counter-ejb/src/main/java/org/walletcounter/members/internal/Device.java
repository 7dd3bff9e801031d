package org.walletcounter.members.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member's phone: the secret of its payment codes, sealed. */
@Entity
@Table(schema = "members", name = "device")
class Device {

    @Id
    private long number;

    @Column(name = "member_id")
    private UUID memberId;

    @Column(name = "secret_sealed")
    private byte[] secretSealed;

    @Column(name = "enrolled_at")
    private Instant enrolledAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected Device() {}

    Device(long number, Member member, byte[] secret, Instant enrolledAt, Vault vault) {
        this.number = number;
        this.memberId = member.id();
        this.secretSealed = member.seal(vault, place(number), secret);
        this.enrolledAt = enrolledAt;
    }

    long number() {
        return number;
    }

    UUID memberId() {
        return memberId;
    }

    boolean hasEnded() {
        return endedAt != null;
    }

    void end(Instant moment) {
        endedAt = moment;
    }

    byte[] secret(Member member, Vault vault) {
        return member.openBytes(vault, place(number), secretSealed);
    }

    /** Where a device's secret is sealed to. */
    static String place(long number) {
        return "members.device|secret_sealed|" + number;
    }
}
