package org.walletcounter.promotions.internal.definitions;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes records: a field per component, nothing for null, and the "kind" of those that stand for several. */
final class RecordWriter {

    private final JsonProvider json;

    RecordWriter(JsonProvider json) {
        this.json = json;
    }

    JsonObject object(Record definition) {
        JsonObjectBuilder object = json.createObjectBuilder();
        Shape shape = Shape.of(definition.getClass());
        if (shape.isKind()) {
            object.add(Shape.KIND, shape.kind());
        }
        for (Shape.Part part : shape.parts()) {
            Object value = part.of(definition);
            if (value != null) {
                object.add(part.name(), value(value));
            }
        }
        return object.build();
    }

    private JsonValue value(@Nullable Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof Record record) {
            return object(record);
        }
        if (value instanceof Number number) {
            return json.createValue(number.longValue());
        }
        if (value instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Collection<?> items) {
            return array(items);
        }
        return value instanceof Map<?, ?> map ? map(map) : json.createValue(value.toString());
    }

    private JsonValue array(Collection<?> items) {
        JsonArrayBuilder array = json.createArrayBuilder();
        boolean ordered = items instanceof List;
        if (ordered) {
            items.forEach(item -> array.add(value(item)));
        } else {
            items.stream().map(Object::toString).sorted().forEach(array::add);
        }
        return array.build();
    }

    private JsonValue map(Map<?, ?> map) {
        JsonObjectBuilder object = json.createObjectBuilder();
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, item) -> sorted.put(key.toString(), item));
        sorted.forEach((key, item) -> object.add(key, value(item)));
        return object.build();
    }
}
