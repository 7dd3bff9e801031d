package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.LocalDate;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Outbox;
import org.walletcounter.kernel.PrivilegedAct;
import org.walletcounter.transactions.PaymentSettled;
import org.walletcounter.transactions.PaymentView;
import org.walletcounter.transactions.RefundView;
import org.walletcounter.transactions.TopUpView;

/** Tells the audit trail, the outbox and, after the commit, the screens what was done in a transaction. */
@Dependent
class Telling {

    private final Outbox outbox;
    private final Event<PrivilegedAct> acts;
    private final Announcing announcing;

    @Inject
    Telling(Outbox outbox, Event<PrivilegedAct> acts, Announcing announcing) {
        this.outbox = outbox;
        this.acts = acts;
        this.announcing = announcing;
    }

    void refunded(Actor actor, Payment payment, RefundView refund, LocalDate day) {
        String detail = refund.amount() + ", " + refund.reason();
        acts.fire(new PrivilegedAct(actor, "payment.refunded", "payment:" + payment.id(), detail));
        String json = Json.createObjectBuilder()
                .add("id", refund.id().toString())
                .add("paymentId", payment.id().toString())
                .add("merchantId", actor.merchantId().toString())
                .add("storeId", payment.storeId().toString())
                .add("memberId", String.valueOf(payment.memberId()))
                .add("amount", refund.amount().minor())
                .add("left", payment.left())
                .add("currency", refund.amount().currency())
                .add("occurredAt", refund.occurredAt().toString())
                .add("businessDay", day.toString())
                .build()
                .toString();
        outbox.put("payment.refunded", payment.id(), json);
        announcing.settledWithTransaction(
                new PaymentSettled(payment.id(), actor.merchantId(), payment.storeId(), day, "refunded"));
    }

    void cancelled(Actor actor, PaymentView payment, String reason) {
        acts.fire(new PrivilegedAct(actor, "payment.cancelled", "payment:" + payment.id(), reason));
        outbox.put("payment.cancelled", payment.id(), PaymentJson.message(payment));
        announcing.settledWithTransaction(new PaymentSettled(
                payment.id(), payment.merchantId(), payment.storeId(), payment.businessDay(), "cancelled"));
    }

    void toppedUp(Actor actor, UUID storeId, TopUpView topUp, LocalDate day) {
        String detail = topUp.amount().toString();
        acts.fire(new PrivilegedAct(actor, "wallet.topped-up", "member:" + topUp.memberId(), detail));
        String json = Json.createObjectBuilder()
                .add("journalId", topUp.journalId().toString())
                .add("merchantId", actor.merchantId().toString())
                .add("storeId", storeId.toString())
                .add("memberId", topUp.memberId().toString())
                .add("amount", topUp.amount().minor())
                .add("currency", topUp.amount().currency())
                .add("balance", topUp.balance().minor())
                .add("occurredAt", topUp.occurredAt().toString())
                .add("businessDay", day.toString())
                .build()
                .toString();
        outbox.put("wallet.topped-up", topUp.memberId(), json);
        announcing.settledWithTransaction(
                new PaymentSettled(topUp.journalId(), actor.merchantId(), storeId, day, "topped-up"));
    }
}
