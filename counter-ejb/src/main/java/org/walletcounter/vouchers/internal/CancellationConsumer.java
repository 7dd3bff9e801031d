package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.walletcounter.kernel.OutboxConsumer;

/** Hears of purchases that are called back as a whole, and takes back what came of them. */
@Dependent
class CancellationConsumer implements OutboxConsumer {

    private final LosingVouchers losing;

    @Inject
    CancellationConsumer(LosingVouchers losing) {
        this.losing = losing;
    }

    @Override
    public String topic() {
        return "payment.cancelled";
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
        List<LosingVouchers.Smaller> purchases = new ArrayList<>();
        for (Message message : messages) {
            JsonObject payment = Messages.read(message.json());
            if (Messages.knows(payment, "memberId")) {
                purchases.add(new LosingVouchers.Smaller(
                        Messages.id(payment, "merchantId"),
                        Messages.id(payment, "memberId"),
                        BringingVouchers.purchase(message.aggregate()),
                        0));
            }
        }
        losing.lose(purchases);
    }
}
