package org.walletcounter.notices.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.notices.Notices;

/** A message and what became of it. Neither its text nor the whole phone number is here. */
@Entity
@Table(schema = "notices", name = "message")
class SentMessage {

    @Id
    private UUID id;

    @Column(name = "merchant_id")
    private UUID merchantId;

    private String channel;
    private String recipient;
    private String state;

    @Column(name = "network_id")
    private @Nullable String networkId;

    private Instant at;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected SentMessage() {}

    SentMessage(UUID id, UUID merchantId, String phone, Fate fate, Instant at) {
        this.id = id;
        this.merchantId = merchantId;
        this.channel = "SMS";
        this.recipient = masked(phone);
        this.state = fate.state();
        this.networkId = fate.networkId();
        this.at = at;
    }

    Notices.Sent view() {
        return new Notices.Sent(id, channel, recipient, state, at);
    }

    private static String masked(String phone) {
        int shown = Math.min(4, phone.length() / 2);
        return phone.substring(0, Math.min(3, phone.length() - shown)) + " ***** "
                + phone.substring(phone.length() - shown);
    }

    /** What became of a message: SENT with the network's name for it, FAILED or EXPIRED. */
    record Fate(String state, @Nullable String networkId) {}
}
