package org.walletcounter.members.internal;

import jakarta.json.Json;
import java.time.Instant;
import java.util.UUID;

/** How a text message is asked for: notices reads it from the outbox. */
final class SmsRequest {

    static final String TOPIC = "sms.requested";

    /** For many at once that nobody waits for. */
    static final String UNHURRIED = "sms.unhurried";

    private SmsRequest() {}

    static String json(UUID merchantId, String phone, String text, Instant expires) {
        return Json.createObjectBuilder()
                .add("merchant", merchantId.toString())
                .add("phone", phone)
                .add("text", text)
                .add("expires", expires.toString())
                .build()
                .toString();
    }
}
