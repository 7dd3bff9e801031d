package org.walletcounter.web.console.promotions;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds and puts values by their dotted names. */
final class Json {

    private Json() {}

    static JsonObject parse(String text) {
        try (jakarta.json.JsonReader reader = jakarta.json.Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    static JsonObject of(Map<String, Object> tree) {
        return jakarta.json.Json.createObjectBuilder(tree).build();
    }

    static @Nullable JsonValue find(JsonObject in, String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return in.get(name);
        }
        JsonValue next = in.get(name.substring(0, dot));
        return next instanceof JsonObject object ? find(object, name.substring(dot + 1)) : null;
    }

    static void put(Map<String, Object> into, String name, Object value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            into.put(name, value);
            return;
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> next = (Map<String, Object>)
                into.computeIfAbsent(name.substring(0, dot), key -> new LinkedHashMap<String, Object>());
        put(next, name.substring(dot + 1), value);
    }
}
