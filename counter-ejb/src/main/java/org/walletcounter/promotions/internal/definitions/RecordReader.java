package org.walletcounter.promotions.internal.definitions;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.PromotionError;

/** Reads records. What is missing or has the wrong form is refused with the path of the field. */
final class RecordReader {

    private static final int DEEPEST = 20;

    private final Scalars scalars;

    RecordReader(Scalars scalars) {
        this.scalars = scalars;
    }

    <T extends Record> T read(JsonObject json, Class<T> type) {
        return type.cast(record(json, type, ""));
    }

    private Object record(JsonObject json, Class<? extends Record> type, String path) {
        Shape shape = Shape.of(type);
        Object[] values = shape.parts().stream()
                .map(part -> part(shape, part, json, path))
                .toArray();
        try {
            return shape.make(values);
        } catch (CounterException refusal) {
            String field = refusal.field() == null ? path : join(path, refusal.field());
            throw CounterException.at(
                    field, refusal.error(), refusal.arguments().toArray());
        }
    }

    private @Nullable Object part(Shape shape, Shape.Part part, JsonObject json, String path) {
        JsonValue value = json.get(part.name());
        String here = join(path, part.name());
        if (value == null || value == JsonValue.NULL) {
            return absent(shape, part, here);
        }
        return value(value, part.type(), here);
    }

    private static @Nullable Object absent(Shape shape, Shape.Part part, String path) {
        if (part.mayBeNull()) {
            return null;
        }
        Record usual = shape.usual();
        if (usual != null) {
            return part.of(usual);
        }
        Object otherwise = emptyOf(raw(part.type()));
        if (otherwise == null) {
            throw CounterException.at(path, PromotionError.FIELD_MISSING, path);
        }
        return otherwise;
    }

    private static @Nullable Object emptyOf(Class<?> type) {
        if (type == List.class) {
            return List.of();
        }
        if (type == Set.class) {
            return Set.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        return type == Condition.class ? Condition.ALWAYS : Shape.usual(type);
    }

    private Object value(JsonValue value, Type type, String path) {
        requireShallow(path);
        Class<?> raw = raw(type);
        try {
            if (raw == List.class || raw == Set.class) {
                return items((JsonArray) value, type, path);
            }
            if (raw == Map.class) {
                return map((JsonObject) value, (ParameterizedType) type, path);
            }
            if (raw.isRecord()) {
                return record((JsonObject) value, raw.asSubclass(Record.class), path);
            }
            return raw.isSealed() ? choice((JsonObject) value, raw, path) : scalar(value, raw);
        } catch (ClassCastException | ArithmeticException | DateTimeException | IllegalArgumentException wrong) {
            throw CounterException.at(path, PromotionError.DEFINITION_UNREADABLE, path);
        }
    }

    private static void requireShallow(String path) {
        if (path.chars().filter(letter -> letter == '.' || letter == '[').count() > DEEPEST) {
            throw CounterException.at(path, PromotionError.DEFINITION_UNREADABLE, path);
        }
    }

    private Object choice(JsonObject json, Class<?> choice, String path) {
        String kind = json.getString(Shape.KIND, "");
        Class<? extends Record> type = Shape.ofKind(choice, kind)
                .orElseThrow(() -> CounterException.at(join(path, Shape.KIND), PromotionError.UNKNOWN_KIND, kind));
        return record(json, type, path);
    }

    private Object items(JsonArray array, Type type, String path) {
        Type item = ((ParameterizedType) type).getActualTypeArguments()[0];
        List<Object> items = new ArrayList<>(array.size());
        for (JsonValue each : array) {
            items.add(value(each, item, path + "[" + items.size() + "]"));
        }
        return raw(type) == Set.class ? new LinkedHashSet<>(items) : items;
    }

    private Map<Object, Object> map(JsonObject json, ParameterizedType type, String path) {
        Type[] arguments = type.getActualTypeArguments();
        Map<Object, Object> map = new LinkedHashMap<>();
        json.forEach((key, each) ->
                map.put(scalars.parse(key, raw(arguments[0])), value(each, arguments[1], join(path, key))));
        return map;
    }

    private Object scalar(JsonValue value, Class<?> type) {
        if (value instanceof JsonNumber number) {
            return Scalars.number(number.longValueExact(), type);
        }
        if (value instanceof JsonString text) {
            return scalars.parse(text.getString(), type);
        }
        return Scalars.truth(value == JsonValue.TRUE, type);
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
