package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.walletcounter.kernel.OutboxConsumer;
import org.walletcounter.vouchers.CampaignForm.Event;

/**
 * Brings a member the vouchers of a birthday, once a year. Who knows birthdays tells of them with the topic
 * "member.birthday" and the fields merchantId and memberId.
 */
@Dependent
class BirthdayConsumer implements OutboxConsumer {

    private final BringingVouchers bringing;
    private final Clock clock;

    @Inject
    BirthdayConsumer(BringingVouchers bringing, Clock clock) {
        this.bringing = bringing;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return "member.birthday";
    }

    @Override
    public void accept(UUID aggregate, String json) {
        JsonObject message = Messages.read(json);
        bringing.bring(new BringingVouchers.Happening(
                Messages.id(message, "merchantId"),
                Messages.id(message, "memberId"),
                Event.BIRTHDAY,
                "year " + clock.instant().atZone(ZoneOffset.UTC).getYear(),
                0,
                clock.instant()));
    }
}
