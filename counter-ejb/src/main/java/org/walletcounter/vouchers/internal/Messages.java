package org.walletcounter.vouchers.internal;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Map;
import java.util.UUID;

/** Reads the outbox's messages. */
final class Messages {

    /** Made once: making one looks through the class path. */
    private static final JsonReaderFactory READERS = JsonProvider.provider().createReaderFactory(Map.of());

    private Messages() {}

    static JsonObject read(String json) {
        try (JsonReader reader = READERS.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    /** Whether an id is said. */
    static boolean knows(JsonObject message, String name) {
        return message.get(name) instanceof JsonString text && !text.getString().equals("null");
    }

    static UUID id(JsonObject message, String name) {
        return UUID.fromString(message.getString(name));
    }

    /** What was paid, in minor units: a number, or an object with one. */
    static long amount(JsonObject message) {
        JsonValue amount = message.get("amount");
        if (amount instanceof JsonNumber number) {
            return number.longValue();
        }
        return amount instanceof JsonObject money
                ? money.getJsonNumber("amount").longValue()
                : 0;
    }
}
