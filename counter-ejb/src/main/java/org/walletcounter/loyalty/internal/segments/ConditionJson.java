package org.walletcounter.loyalty.internal.segments;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.walletcounter.loyalty.Segment.Comparison;
import org.walletcounter.loyalty.Segment.Condition;
import org.walletcounter.loyalty.Segment.Field;

/** Conditions as they are kept. */
final class ConditionJson {

    private ConditionJson() {}

    static String write(List<List<Condition>> all) {
        JsonArrayBuilder groups = Json.createArrayBuilder();
        for (List<Condition> group : all) {
            JsonArrayBuilder conditions = Json.createArrayBuilder();
            group.forEach(condition -> conditions.add(Json.createObjectBuilder()
                    .add("field", condition.field().name())
                    .add("comparison", condition.comparison().name())
                    .add("values", Json.createArrayBuilder(condition.values()))
                    .add("windowDays", condition.windowDays())));
            groups.add(conditions);
        }
        return groups.build().toString();
    }

    static List<List<Condition>> read(String text) {
        List<List<Condition>> all = new ArrayList<>();
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            for (JsonValue group : reader.readArray()) {
                all.add(group.asJsonArray().stream()
                        .map(condition -> condition(condition.asJsonObject()))
                        .toList());
            }
        }
        return all;
    }

    private static Condition condition(JsonObject json) {
        JsonArray values = json.getJsonArray("values");
        return new Condition(
                Field.valueOf(json.getString("field")),
                Comparison.valueOf(json.getString("comparison")),
                values.getValuesAs(JsonString::getString),
                json.getInt("windowDays"));
    }
}
