package org.walletcounter.promotions.internal.definitions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.walletcounter.kernel.BusinessYears;

/** Single values and what they look like in JSON. */
final class Scalars {

    private static final Map<Class<?>, Function<String, Object>> SENT_TEXTS = Map.of(
            String.class, Scalars::withoutNul,
            UUID.class, UUID::fromString,
            LocalDate.class, text -> BusinessYears.day(LocalDate.parse(text)),
            LocalTime.class, LocalTime::parse,
            Instant.class, text -> BusinessYears.moment(Instant.parse(text)),
            ZonedDateTime.class, Scalars::momentOfBusiness,
            Integer.class, Integer::valueOf);

    private static final Map<Class<?>, Function<String, Object>> KEPT_TEXTS = Map.of(
            String.class, text -> text.replace('\0', '\uFFFD'),
            UUID.class, UUID::fromString,
            LocalDate.class, LocalDate::parse,
            LocalTime.class, LocalTime::parse,
            Instant.class, Instant::parse,
            ZonedDateTime.class, ZonedDateTime::parse,
            Integer.class, Integer::valueOf);

    /** Of what somebody sends: no value is what the database could not hold. */
    static final Scalars SENT = new Scalars(SENT_TEXTS);

    /** Of what was kept, perhaps before we knew what the database cannot hold. */
    static final Scalars KEPT = new Scalars(KEPT_TEXTS);

    private final Map<Class<?>, Function<String, Object>> texts;

    private Scalars(Map<Class<?>, Function<String, Object>> texts) {
        this.texts = texts;
    }

    /** A value written as text, also the key of a map. */
    Object parse(String text, Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(each -> ((Enum<?>) each).name().equals(text))
                    .findFirst()
                    .orElseThrow(IllegalArgumentException::new);
        }
        Function<String, Object> parser = texts.get(type);
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

    /** NUL is a letter of JSON and none of PostgreSQL, which would refuse it when everything else is done. */
    private static Object withoutNul(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A text has no NUL.");
        }
        return text;
    }

    private static Object momentOfBusiness(String text) {
        ZonedDateTime moment = ZonedDateTime.parse(text);
        BusinessYears.moment(moment.toInstant());
        return moment;
    }
}
