package org.walletcounter.orders.internal;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.walletcounter.orders.BasketLine;

/** A basket's lines as they are kept while it is parked: a JSON array, with the fields of {@link BasketLine}. */
final class BasketJson {

    private BasketJson() {}

    static String write(List<BasketLine> lines) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (BasketLine line : lines) {
            JsonObjectBuilder object = Json.createObjectBuilder().add("quantity", line.quantity());
            if (line.sku() != null) {
                object.add("sku", line.sku());
            }
            if (line.text() != null) {
                object.add("text", line.text());
            }
            if (line.unitAmount() != null) {
                object.add("unitAmount", line.unitAmount());
            }
            if (line.daysLeft() != null) {
                object.add("daysLeft", line.daysLeft());
            }
            array.add(object);
        }
        return array.build().toString();
    }

    static List<BasketLine> read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(BasketJson::line);
        }
    }

    private static BasketLine line(JsonValue value) {
        JsonObject object = value.asJsonObject();
        return new BasketLine(
                object.getString("sku", null),
                object.getString("text", null),
                object.getInt("quantity"),
                amount(object.getJsonNumber("unitAmount")),
                days(object.getJsonNumber("daysLeft")));
    }

    private static @Nullable Integer days(@Nullable JsonNumber number) {
        return number == null ? null : number.intValueExact();
    }

    private static @Nullable Long amount(@Nullable JsonNumber number) {
        return number == null ? null : number.longValueExact();
    }
}
