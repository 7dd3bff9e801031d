package org.walletcounter.promotions.internal.definitions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Single values and what they look like in JSON. */
final class Scalars {

    private static final Map<Class<?>, Function<String, Object>> TEXTS = Map.of(
            String.class, text -> text,
            UUID.class, UUID::fromString,
            LocalDate.class, LocalDate::parse,
            LocalTime.class, LocalTime::parse,
            Instant.class, Instant::parse,
            ZonedDateTime.class, ZonedDateTime::parse,
            Integer.class, Integer::valueOf);

    private Scalars() {}

    /** A value written as text, also the key of a map. */
    static Object parse(String text, Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(each -> ((Enum<?>) each).name().equals(text))
                    .findFirst()
                    .orElseThrow(IllegalArgumentException::new);
        }
        Function<String, Object> parser = TEXTS.get(type);
        if (parser == null) {
            throw new IllegalArgumentException("A text is no " + type + ".");
        }
        return parser.apply(text);
    }

    static Object number(long number, Class<?> type) {
        if (type == long.class || type == Long.class) {
            return number;
        }
        if (type == int.class || type == Integer.class) {
            return Math.toIntExact(number);
        }
        throw new IllegalArgumentException("A number is no " + type + ".");
    }

    static Object truth(boolean truth, Class<?> type) {
        if (type != boolean.class) {
            throw new IllegalArgumentException("A truth is no " + type + ".");
        }
        return truth;
    }
}
