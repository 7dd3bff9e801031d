package org.walletcounter.notices;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The door to messages for people (通知). Modules ask for a message by an outbox row of topic {@value #SMS}, or of
 * {@value #UNHURRIED_SMS} where many are sent that nobody waits for; a worker hands it to the SMS centre (SMPP 3.4) and repeats
 * until it is taken or too old. Thread-safe.
 */
public interface Notices {

    /** The outbox topic of a text message: {"merchant": "…", "phone": "+44…", "text": "…", "expires": "…Z"}. */
    String SMS = "sms.requested";

    /** The same for those that may come a little later: a wave of them keeps none of {@value #SMS} waiting. */
    String UNHURRIED_SMS = "sms.unhurried";

    /** The messages of a merchant, newest first: for the console. */
    List<Sent> recent(UUID merchantId, int limit);

    /** A message and where it stands; the phone masked, the text without codes. */
    record Sent(UUID id, String channel, String to, String state, Instant at) {}
}
