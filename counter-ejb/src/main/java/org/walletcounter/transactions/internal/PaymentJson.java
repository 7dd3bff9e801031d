package org.walletcounter.transactions.internal;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.transactions.PaymentView;
import org.walletcounter.transactions.SalePricing;
import org.walletcounter.transactions.SaleTax;
import org.walletcounter.transactions.Tender;

/**
 * A payment as JSON, always with the same fields in the same order. Written by hand because every payment needs it and no
 * mapper is as fast.
 */
final class PaymentJson {

    private static final JsonProvider PROVIDER = JsonProvider.provider();
    private static final JsonGeneratorFactory GENERATORS = PROVIDER.createGeneratorFactory(Map.of());
    private static final int USUAL_LENGTH = 1024;
    private static final String ARGUMENTS = "refusalArguments";

    private PaymentJson() {}

    /** A payment just answered: it has no refunds yet. The arguments are those of its refusal's text. */
    static String write(PaymentView payment, List<Object> arguments) {
        StringWriter text = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator json = GENERATORS.createGenerator(text)) {
            json.writeStartObject();
            what(json, payment);
            tenders(json, payment.tenders());
            lines(json, payment.lines());
            who(json, payment);
            json.write("pointsEarned", payment.pointsEarned());
            pricing(json, payment.pricing());
            taxes(json, payment.taxes());
            json.writeStartArray("refunds").writeEnd();
            json.writeStartArray("returned").writeEnd();
            if (payment.refusal() != null) {
                json.writeStartArray(ARGUMENTS);
                arguments.forEach(argument -> json.write(argument.toString()));
                json.writeEnd();
            }
            json.writeEnd();
        }
        return text.toString();
    }

    /** What must be known of an answer to give it again. */
    static Kept read(String answer) {
        try (JsonReader reader = PROVIDER.createReader(new StringReader(answer))) {
            JsonObject json = reader.readObject();
            List<Object> arguments = new ArrayList<>();
            if (json.containsKey(ARGUMENTS)) {
                json.getJsonArray(ARGUMENTS)
                        .getValuesAs(JsonString.class)
                        .forEach(each -> arguments.add(each.getString()));
            }
            return new Kept(UUID.fromString(json.getString("id")), arguments);
        }
    }

    /** The id of an answered payment, and the arguments of its refusal's text. */
    record Kept(UUID paymentId, List<Object> arguments) {}

    /** What a consumer of the outbox is told. */
    static String message(PaymentView payment) {
        StringWriter text = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator json = GENERATORS.createGenerator(text)) {
            json.writeStartObject();
            what(json, payment);
            who(json, payment);
            json.writeEnd();
        }
        return text.toString();
    }

    private static void what(JsonGenerator json, PaymentView payment) {
        text(json, "id", payment.id());
        text(json, "merchantId", payment.merchantId());
        text(json, "storeId", payment.storeId());
        text(json, "tillId", payment.tillId());
        text(json, "saleNumber", payment.saleNumber());
        text(json, "state", payment.state());
        money(json, "amount", payment.amount());
        money(json, "refunded", payment.refunded());
        text(json, "refusal", payment.refusal());
    }

    private static void who(JsonGenerator json, PaymentView payment) {
        text(json, "memberId", payment.memberId());
        text(json, "memberName", payment.memberName());
        text(json, "cashier", payment.cashier());
        text(json, "occurredAt", payment.occurredAt());
        text(json, "businessDay", payment.businessDay());
        text(json, "journalId", payment.journalId());
        text(json, "receiptToken", payment.receiptToken());
        json.write("tookMillis", payment.tookMillis());
    }

    private static void tenders(JsonGenerator json, List<Tender> tenders) {
        json.writeStartArray("tenders");
        for (Tender tender : tenders) {
            json.writeStartObject();
            text(json, "kind", tender.kind());
            money(json, "amount", tender.amount());
            money(json, "received", tender.received());
            json.write("rounding", tender.rounding());
            json.writeEnd();
        }
        json.writeEnd();
    }

    private static void lines(JsonGenerator json, List<PricedLine> lines) {
        json.writeStartArray("lines");
        for (PricedLine line : lines) {
            json.writeStartObject();
            json.write("line", line.line());
            text(json, "productId", line.productId());
            json.write("sku", line.sku());
            json.write("text", line.text());
            json.write("category", line.category());
            json.write("quantity", line.quantity());
            json.write("unitAmount", line.unitAmount());
            json.write("amount", line.amount());
            json.write("taxCode", line.taxCode());
            json.write("tax", line.tax());
            json.writeEnd();
        }
        json.writeEnd();
    }

    private static void pricing(JsonGenerator json, @Nullable SalePricing pricing) {
        if (pricing == null) {
            json.writeNull("pricing");
            return;
        }
        json.writeStartObject("pricing");
        json.write("list", pricing.list());
        json.write("points", pricing.points());
        json.write("pointsSpent", pricing.pointsSpent());
        json.writeStartArray("reductions");
        for (SalePricing.Reduction each : pricing.reductions()) {
            json.writeStartObject();
            text(json, "step", each.step());
            text(json, "id", each.id());
            text(json, "campaignId", each.campaignId());
            json.write("nameEn", each.nameEn());
            json.write("nameZh", each.nameZh());
            json.write("amount", each.amount());
            json.writeEnd();
        }
        json.writeEnd();
        json.write("taxAdded", pricing.taxAdded());
        json.writeStartArray("promises");
        for (SalePricing.Promised each : pricing.promises()) {
            json.writeStartObject();
            text(json, "kind", each.kind());
            json.write("nameEn", each.nameEn());
            json.write("nameZh", each.nameZh());
            json.write("count", each.count());
            json.write("worth", each.worth());
            json.writeEnd();
        }
        json.writeEnd();
        json.writeEnd();
    }

    private static void taxes(JsonGenerator json, List<SaleTax> taxes) {
        json.writeStartArray("taxes");
        for (SaleTax each : taxes) {
            json.writeStartObject();
            json.write("code", each.code());
            json.write("nameEn", each.nameEn());
            json.write("nameZh", each.nameZh());
            json.write("basisPoints", each.basisPoints());
            json.write("base", each.base());
            json.write("tax", each.tax());
            json.writeEnd();
        }
        json.writeEnd();
    }

    private static void money(JsonGenerator json, String name, @Nullable Money money) {
        if (money == null) {
            json.writeNull(name);
            return;
        }
        json.writeStartObject(name);
        json.write("amount", money.minor());
        json.write("currency", money.currency());
        json.writeEnd();
    }

    private static void text(JsonGenerator json, String name, @Nullable Object value) {
        if (value == null) {
            json.writeNull(name);
        } else {
            json.write(name, value.toString());
        }
    }
}
