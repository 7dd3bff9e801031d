package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.walletcounter.kernel.OutboxConsumer;

/** Hears of purchases that go back, and takes back what came of them. */
@Dependent
class RefundConsumer implements OutboxConsumer {

    private final LosingVouchers losing;

    @Inject
    RefundConsumer(LosingVouchers losing) {
        this.losing = losing;
    }

    @Override
    public String topic() {
        return "payment.refunded";
    }

    @Override
    public boolean takesManyAtOnce() {
        return true;
    }

    @Override
    public void accept(UUID aggregate, String json) {
        acceptAll(List.of(new Message(aggregate, json)));
    }

    /**
     * Messages of before do not say what is left; nothing came back of what those purchases brought. Nor does a refund of goods
     * that cost nothing say whether the purchase is smaller.
     */
    @Override
    public void acceptAll(List<Message> messages) {
        List<LosingVouchers.Smaller> purchases = new ArrayList<>();
        for (Message message : messages) {
            JsonObject refund = Messages.read(message.json());
            boolean cost = refund.getJsonNumber("amount").longValue() > 0;
            if (cost && Messages.knows(refund, "memberId") && refund.get("left") instanceof JsonNumber left) {
                purchases.add(new LosingVouchers.Smaller(
                        Messages.id(refund, "merchantId"),
                        Messages.id(refund, "memberId"),
                        BringingVouchers.purchase(message.aggregate()),
                        left.longValue()));
            }
        }
        losing.lose(purchases);
    }
}
