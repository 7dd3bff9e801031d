package org.walletcounter.members.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.members.Members;

/** That a member agreed to a privacy notice, or took it back, when and where. Never changed afterwards. */
@Entity
@Table(schema = "members", name = "consent")
class ConsentGiven {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "member_id")
    private UUID memberId;

    private String notice;
    private boolean given;
    private String channel;
    private Instant at;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected ConsentGiven() {}

    ConsentGiven(UUID memberId, String notice, boolean given, String channel, Instant at) {
        this.memberId = memberId;
        this.notice = notice;
        this.given = given;
        this.channel = channel;
        this.at = at;
    }

    Members.Consent view() {
        return new Members.Consent(notice, at, given, channel);
    }
}
