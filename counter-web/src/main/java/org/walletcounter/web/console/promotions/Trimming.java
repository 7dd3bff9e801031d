package org.walletcounter.web.console.promotions;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Leaves out of a definition what says nothing, so that two that mean the same are equal. */
final class Trimming {

    private Trimming() {}

    static Object trimmed(JsonValue value) {
        if (value instanceof JsonObject object) {
            Map<String, Object> kept = new TreeMap<>();
            object.forEach((name, part) -> {
                Object trimmed = trimmed(part);
                if (!saysNothing(trimmed)) {
                    kept.put(name, trimmed);
                }
            });
            return kept;
        }
        if (value instanceof JsonArray array) {
            return items(array);
        }
        return value.toString();
    }

    private static List<Object> items(JsonArray array) {
        List<Object> items = array.stream().map(Trimming::trimmed).toList();
        boolean words = array.stream().allMatch(JsonString.class::isInstance);
        return words ? items.stream().sorted().toList() : items;
    }

    private static boolean saysNothing(Object trimmed) {
        return trimmed.equals("null") || trimmed.equals(Map.of()) || trimmed.equals(List.of());
    }
}
