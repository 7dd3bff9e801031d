package org.walletcounter.notices.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.walletcounter.kernel.OutboxConsumer;
import org.walletcounter.notices.Notices;

/** Takes text messages out of the outbox: sends them, or lets them go when they are too old to help anybody. */
@Dependent
class SendingSms implements OutboxConsumer {

    @PersistenceContext(unitName = "counter")
    EntityManager database;

    private final SmsCentre centre;
    private final Clock clock;

    @Inject
    SendingSms(SmsCentre centre, Clock clock) {
        this.centre = centre;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return Notices.SMS;
    }

    @Override
    public void accept(UUID aggregate, String json) {
        if (database.find(SentMessage.class, aggregate) != null) {
            return;
        }
        JsonObject message = read(json);
        String phone = message.getString("phone");
        SentMessage.Fate fate = fate(aggregate, message, phone);
        UUID merchant = UUID.fromString(message.getString("merchant"));
        database.persist(new SentMessage(aggregate, merchant, phone, fate, clock.instant()));
    }

    private SentMessage.Fate fate(UUID id, JsonObject message, String phone) {
        if (!clock.instant().isBefore(Instant.parse(message.getString("expires")))) {
            NoticesLog.LOG.expired(id.toString());
            return new SentMessage.Fate("EXPIRED", null);
        }
        return centre.submit(id.toString(), phone, message.getString("text"));
    }

    private static JsonObject read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
