package org.walletcounter.web.api.transactions;

import org.walletcounter.transactions.PaymentRequest;
import org.walletcounter.transactions.SalesChannel;
import org.walletcounter.transactions.Tender;
import org.walletcounter.transactions.TenderKind;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.api.orders.BasketLines;

/** Reads payment requests. By hand: this is the busiest door of the house. */
final class PaymentBody {

    private static final int LONGEST_WORD = 40;

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
                Wishes.optional(body),
                channel(body));
    }

    /** Through what something is sold; over the counter where nothing is said. */
    static SalesChannel channel(JsonBody body) {
        if (!body.has("channel") && !body.has("orderKind")) {
            return SalesChannel.TILL;
        }
        return new SalesChannel(
                word(body, "channel", SalesChannel.TILL.name()),
                word(body, "orderKind", SalesChannel.TILL.orderKind()));
    }

    private static String word(JsonBody body, String name, String otherwise) {
        String word = body.optionalText(name);
        if (word == null) {
            return otherwise;
        }
        if (word.isBlank() || word.length() > LONGEST_WORD) {
            throw body.invalid(name);
        }
        return word;
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
