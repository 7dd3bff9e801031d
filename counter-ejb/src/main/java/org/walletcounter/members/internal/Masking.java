package org.walletcounter.members.internal;

import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.members.Birthday;

/** How much of a personal field a role may see. */
enum Masking {
    /** All of it: managers, administrators, the member themselves, the system. */
    CLEAR,
    /** Enough to recognise somebody who is there: cashiers. */
    PARTLY,
    /** Nothing: analysts, and whoever else comes. */
    WHOLLY;

    private static final String STARS = "***";

    static Masking of(Actor actor) {
        return switch (actor.role()) {
            case "manager", "administrator", "member", "system" -> CLEAR;
            case "cashier" -> PARTLY;
            default -> WHOLLY;
        };
    }

    String name(String name) {
        return switch (this) {
            case CLEAR -> name;
            case PARTLY -> greeting(name);
            case WHOLLY -> STARS;
        };
    }

    String identifier(String kind, String value) {
        return switch (this) {
            case CLEAR -> value;
            case PARTLY -> partly(kind, value);
            case WHOLLY -> STARS;
        };
    }

    /** The day for who may congratulate, the year only for who may see all. */
    @Nullable
    String birthday(@Nullable Birthday birthday) {
        if (birthday == null) {
            return null;
        }
        return switch (this) {
            case CLEAR -> birthday.toString();
            case PARTLY -> birthday.withoutYear().toString();
            case WHOLLY -> null;
        };
    }

    /** A name as a slip may show it: "L***". */
    static String greeting(String name) {
        return name.isEmpty() ? STARS : name.substring(0, name.offsetByCodePoints(0, 1)) + STARS;
    }

    private static String partly(String kind, String value) {
        if (value.isEmpty()) {
            return STARS;
        }
        if (kind.equals("phone")) {
            return country(value) + " ***** " + tail(value, 4);
        }
        int at = value.indexOf('@');
        if (at > 0) {
            return value.charAt(0) + STARS + value.substring(at);
        }
        return "**** " + tail(value, Math.min(4, value.length() / 2));
    }

    /** The country of a number in E.164: one digit for the zones 1 and 7, else two, or three where two are no country. */
    private static String country(String phone) {
        if (!phone.startsWith("+") || phone.length() < 4) {
            return "+**";
        }
        char zone = phone.charAt(1);
        if (zone == '1' || zone == '7') {
            return phone.substring(0, 2);
        }
        boolean threeDigits =
                "21 22 23 24 25 26 29 35 37 38 42 50 59 67 68 69 80 85 87 88 96 97 99".contains(phone.substring(1, 3));
        return phone.substring(0, threeDigits ? 4 : 3);
    }

    private static String tail(String value, int characters) {
        return value.substring(value.length() - characters);
    }
}
