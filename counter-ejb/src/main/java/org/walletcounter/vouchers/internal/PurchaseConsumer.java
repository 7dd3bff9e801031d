package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.walletcounter.kernel.OutboxConsumer;
import org.walletcounter.vouchers.CampaignForm.Event;

/** Notes who has bought when, and brings the vouchers that come of a purchase. */
@Dependent
class PurchaseConsumer implements OutboxConsumer {

    private final BringingVouchers bringing;

    @Inject
    PurchaseConsumer(BringingVouchers bringing) {
        this.bringing = bringing;
    }

    @Override
    public String topic() {
        return "payment.succeeded";
    }

    @Override
    public void accept(UUID aggregate, String json) {
        JsonObject payment = Messages.read(json);
        if (Messages.knows(payment, "memberId")) {
            bringing.bring(new BringingVouchers.Happening(
                    Messages.id(payment, "merchantId"),
                    Messages.id(payment, "memberId"),
                    Event.PURCHASE,
                    "payment " + aggregate,
                    Messages.amount(payment),
                    Instant.parse(payment.getString("occurredAt"))));
        }
    }
}
