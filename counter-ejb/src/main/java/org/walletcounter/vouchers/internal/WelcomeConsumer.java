package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.UUID;
import org.walletcounter.kernel.OutboxConsumer;
import org.walletcounter.vouchers.CampaignForm.Event;

/** Brings a new member the vouchers of welcome. */
@Dependent
class WelcomeConsumer implements OutboxConsumer {

    private final BringingVouchers bringing;
    private final Clock clock;

    @Inject
    WelcomeConsumer(BringingVouchers bringing, Clock clock) {
        this.bringing = bringing;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return HearingOfMembers.TOPIC;
    }

    @Override
    public void accept(UUID aggregate, String json) {
        JsonObject message = Messages.read(json);
        bringing.bring(new BringingVouchers.Happening(
                Messages.id(message, "merchantId"),
                Messages.id(message, "memberId"),
                Event.WELCOME,
                "welcome",
                0,
                clock.instant()));
    }
}
