package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    public boolean takesManyAtOnce() {
        return true;
    }

    @Override
    public void accept(UUID aggregate, String json) {
        acceptAll(List.of(new Message(aggregate, json)));
    }

    @Override
    public void acceptAll(List<Message> messages) {
        List<BringingVouchers.Happening> purchases = new ArrayList<>();
        for (Message message : messages) {
            JsonObject payment = Messages.read(message.json());
            if (Messages.knows(payment, "memberId")) {
                purchases.add(new BringingVouchers.Happening(
                        Messages.id(payment, "merchantId"),
                        Messages.id(payment, "memberId"),
                        Event.PURCHASE,
                        BringingVouchers.purchase(message.aggregate()),
                        Messages.amount(payment),
                        Instant.parse(payment.getString("occurredAt"))));
            }
        }
        bringing.bringOfPurchases(purchases);
    }
}
