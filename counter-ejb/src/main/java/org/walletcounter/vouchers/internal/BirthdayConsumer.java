package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.UUID;
import org.walletcounter.kernel.OutboxConsumer;
import org.walletcounter.members.Birthdays;
import org.walletcounter.vouchers.CampaignForm.Event;

/**
 * Brings a member the vouchers of a birthday, once for each year that it is told of: the year is the teller's, who may
 * tell of January's birthdays in December.
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
        return Birthdays.TOPIC;
    }

    @Override
    public void accept(UUID aggregate, String json) {
        JsonObject message = Messages.read(json);
        bringing.bring(new BringingVouchers.Happening(
                Messages.id(message, "merchantId"),
                Messages.id(message, "memberId"),
                Event.BIRTHDAY,
                "year " + message.getInt("year"),
                0,
                clock.instant()));
    }
}
