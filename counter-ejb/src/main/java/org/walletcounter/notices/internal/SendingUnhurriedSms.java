package org.walletcounter.notices.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import org.walletcounter.kernel.OutboxConsumer;
import org.walletcounter.notices.Notices;

/** Sends text messages that nobody waits for. They have turns of their own, so that a sign-in code passes a wave of them. */
@Dependent
class SendingUnhurriedSms implements OutboxConsumer {

    private final SendingSms sending;

    @Inject
    SendingUnhurriedSms(SendingSms sending) {
        this.sending = sending;
    }

    @Override
    public String topic() {
        return Notices.UNHURRIED_SMS;
    }

    @Override
    public void accept(UUID aggregate, String json) {
        sending.accept(aggregate, json);
    }
}
