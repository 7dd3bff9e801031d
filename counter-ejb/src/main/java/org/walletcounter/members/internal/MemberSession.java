package org.walletcounter.members.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A signed-in phone. The token itself is only in its cookie. */
@Entity
@Table(schema = "members", name = "session")
class MemberSession {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    @Id
    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "member_id")
    private UUID memberId;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "seen_at")
    private Instant seenAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected MemberSession() {}

    MemberSession(byte[] tokenHash, UUID memberId, Instant madeAt, Instant endsAt) {
        this.tokenHash = tokenHash;
        this.memberId = memberId;
        this.madeAt = madeAt;
        this.seenAt = madeAt;
        this.endsAt = endsAt;
    }

    UUID memberId() {
        return memberId;
    }

    boolean isOver(Instant now, Duration idle) {
        return !now.isBefore(endsAt) || !now.isBefore(seenAt.plus(idle));
    }

    /** Notes that it is in use, at most once a minute. */
    void seen(Instant now) {
        if (now.isAfter(seenAt.plus(NOTED_EVERY))) {
            seenAt = now;
        }
    }
}
