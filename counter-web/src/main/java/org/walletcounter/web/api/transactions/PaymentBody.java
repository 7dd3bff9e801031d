package org.walletcounter.web.api.transactions;

import org.walletcounter.transactions.PaymentRequest;
import org.walletcounter.transactions.Tender;
import org.walletcounter.transactions.TenderKind;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.api.orders.BasketLines;

/** Reads payment requests. By hand: this is the busiest door of the house. */
final class PaymentBody {

    private PaymentBody() {}

    static PaymentRequest read(JsonBody body) {
        return new PaymentRequest(
                body.id("storeId"),
                body.optionalId("tillId"),
                body.text("saleNumber"),
                body.objects("lines", BasketLines::read),
                body.money("amount"),
                body.optionalText("shown"),
                body.objects("tenders", PaymentBody::tender),
                Wishes.optional(body));
    }

    private static Tender tender(JsonBody tender) {
        return new Tender(kind(tender), tender.money("amount"), tender.optionalMoney("received"));
    }

    private static TenderKind kind(JsonBody tender) {
        return kind(tender, tender.text("kind"));
    }

    /** A kind of tender by its name. */
    static TenderKind kind(JsonBody tender, String name) {
        for (TenderKind kind : TenderKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw tender.invalid("kind");
    }
}
