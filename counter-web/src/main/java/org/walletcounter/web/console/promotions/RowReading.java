package org.walletcounter.web.console.promotions;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;

/** Takes a list of a definition apart into rows. */
final class RowReading {

    private static final String CHOICES = "choices";

    private RowReading() {}

    static List<JsonObject> rows(Kind kind, JsonValue list) {
        return switch (kind.layout()) {
            case LIST -> ((JsonArray) list).getValuesAs(JsonObject.class);
            case MAP -> pairs(kind, (JsonObject) list);
            case STEPS ->
                ((JsonArray) list)
                        .getValuesAs(JsonObject.class).stream()
                                .flatMap(step -> choices(kind.columns().get(0).name(), step))
                                .toList();
        };
    }

    private static List<JsonObject> pairs(Kind kind, JsonObject map) {
        return map.entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(entry -> Json.createObjectBuilder()
                        .add(kind.columns().get(0).name(), entry.getKey())
                        .add(kind.columns().get(1).name(), entry.getValue())
                        .build())
                .toList();
    }

    private static Stream<JsonObject> choices(String first, JsonObject step) {
        return step.getJsonArray(CHOICES).getValuesAs(JsonObject.class).stream()
                .map(choice -> Json.createObjectBuilder(choice)
                        .add(first, step.get(first))
                        .build());
    }
}
