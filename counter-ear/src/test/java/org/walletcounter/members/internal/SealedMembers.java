package org.walletcounter.members.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.walletcounter.kernel.Ids;

/**
 * Makes the rows of members and their phones for a benchmark: by the product's own code, so that every sealed field opens,
 * and in bulk, so that a hundred thousand people take seconds. In this package because the makers are hidden in it.
 */
public final class SealedMembers {

    private static final int CODE_DIGITS = 10;
    private final Vault vault;
    private final Set<String> codes = ConcurrentHashMap.newKeySet();

    /** Seals under the installation's keys of that file. */
    public SealedMembers(Path keyFile) {
        vault = new Vault(new MembersSettings() {
            @Override
            InstallationKeys installationKeys() {
                return InstallationKeys.load(keyFile, false, () -> true);
            }
        });
        vault.open();
    }

    /** The rows of one person, in the form of COPY. */
    public record Rows(UUID memberId, String member, String phoneNumber, String card, List<String> devices) {}

    /** How somebody is known. */
    public record Person(String name, String telephone, String card) {}

    /** A member with a telephone number, a card and some phones, each given with its number and secret. */
    public Rows person(UUID merchantId, Person person, long[] numbers, byte[][] secrets) {
        Instant now = Instant.now();
        Member member = new Member(Ids.at(now), merchantId, freshCode(), now, vault);
        member.call(person.name, "en", vault);
        Identity telephone = Identity.of(MemberIdentifier.PHONE, person.telephone, Optional.of("44"));
        Identity card = Identity.of("card", person.card, Optional.empty());
        String[] devices = new String[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            devices[i] = row(new Device(numbers[i], member, secrets[i], now, vault));
        }
        return new Rows(
                member.id(),
                row(member),
                row(new MemberIdentifier(Ids.at(now), member, telephone, now, vault)),
                row(new MemberIdentifier(Ids.at(now), member, card, now, vault)),
                List.of(devices));
    }

    private String freshCode() {
        String code = MemberCode.next(CODE_DIGITS);
        while (!codes.add(code)) {
            code = MemberCode.next(CODE_DIGITS);
        }
        return code;
    }

    /** The statements that take the rows of {@link Rows#member}, {@link Rows#phoneNumber}, {@link Rows#card} and {@link Rows#devices}. */
    public static List<String> copies() {
        return List.of(
                copy(Member.class), copy(MemberIdentifier.class), copy(MemberIdentifier.class), copy(Device.class));
    }

    /** The house's limit of one payment, as every wallet's account carries it from its opening. */
    public static long singleLimit() {
        return MemberRules.LIMIT_SINGLE.initial();
    }

    /** The house's limit of a day. */
    public static long dailyLimit() {
        return MemberRules.LIMIT_DAILY.initial();
    }

    private static String copy(Class<?> entity) {
        if (!entity.isAnnotationPresent(Entity.class)) {
            throw new IllegalArgumentException(entity + " is no entity.");
        }
        Table table = entity.getAnnotation(Table.class);
        String columns = columns(entity).stream().map(SealedMembers::column).collect(Collectors.joining(", "));
        return "COPY " + table.schema() + "." + table.name() + " (" + columns + ") FROM STDIN";
    }

    private static String row(Object entity) {
        return columns(entity.getClass()).stream()
                        .map(field -> text(value(field, entity)))
                        .collect(Collectors.joining("\t"))
                + "\n";
    }

    private static List<Field> columns(Class<?> entity) {
        return Arrays.stream(entity.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .toList();
    }

    private static String column(Field field) {
        Column column = field.getAnnotation(Column.class);
        return column == null || column.name().isEmpty() ? field.getName() : column.name();
    }

    private static Object value(Field field, Object entity) {
        try {
            field.setAccessible(true);
            Object value = field.get(entity);
            return value == null ? Optional.empty() : value;
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(Object value) {
        if (value instanceof Optional) {
            return "\\N";
        }
        if (value instanceof byte[] bytes) {
            return "\\\\x" + HexFormat.of().formatHex(bytes);
        }
        if (value instanceof byte[][] several) {
            return Arrays.stream(several)
                    .map(bytes -> "\"\\\\\\\\x" + HexFormat.of().formatHex(bytes) + "\"")
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return value.toString().replace("\\", "\\\\");
    }
}
