package org.walletcounter.web.console.vouchers;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.BusinessYears;
import org.walletcounter.kernel.Money;
import org.walletcounter.web.console.Figures;

/** Reads what was typed into a form, and gathers what could not be read: each field with the text that says what to do. */
class Typed {

    private static final int WHOLE = 10_000;

    private final VoucherEntries entries;
    private final String currency;
    private final ZoneId zone;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    Typed(VoucherEntries entries, String currency, ZoneId zone) {
        this.entries = entries;
        this.currency = currency;
        this.zone = zone;
    }

    /** The fields at fault, each with the key of its text, in the order of the form. */
    Map<String, String> wrong() {
        return wrong;
    }

    void wrong(String field, String key) {
        wrong.putIfAbsent(field, key);
    }

    String text(String field) {
        return entries.typed(field);
    }

    String required(String field) {
        String typed = entries.typed(field);
        if (typed.isEmpty()) {
            wrong(field, "form.missing");
        }
        return typed;
    }

    /** An amount in major units, in minor units; null for nothing. */
    @Nullable
    Long money(String field) {
        String typed = figures(field);
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return Money.parse(typed, currency).minor();
        } catch (ArithmeticException | NumberFormatException unreadable) {
            wrong(field, "money.unreadable");
            return null;
        }
    }

    /** An amount that must be there and above zero; 1 where it is not, so that the rest can be read. */
    long requiredMoney(String field) {
        required(field);
        Long minor = money(field);
        if (minor == null || minor <= 0) {
            wrong(field, "vouchers.form.amount");
            return 1;
        }
        return minor;
    }

    /** A whole number; null for nothing. */
    @Nullable
    Long number(String field) {
        String typed = figures(field);
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return Long.valueOf(typed);
        } catch (NumberFormatException unreadable) {
            wrong(field, "vouchers.form.number");
            return null;
        }
    }

    @Nullable
    Integer count(String field) {
        Long number = number(field);
        if (number != null && number != number.intValue()) {
            wrong(field, "vouchers.form.number");
            return null;
        }
        return number == null ? null : number.intValue();
    }

    /** A percentage above 0 and up to 100 in basis points; 1 where it cannot be read. */
    int percent(String field) {
        int share = share(field, figures(field));
        if (share < 1) {
            wrong(field, "vouchers.form.percent");
            return 1;
        }
        return share;
    }

    /** A share of 0 to 100 per cent in basis points; 0 where it cannot be read. */
    int share(String field, String typed) {
        try {
            int share = new BigDecimal(typed.replace("%", "")).movePointRight(2).intValueExact();
            if (share >= 0 && share <= WHOLE) {
                return share;
            }
        } catch (ArithmeticException | NumberFormatException unreadable) {
            // said below, as for a share out of range
        }
        wrong(field, "vouchers.form.percent");
        return 0;
    }

    /** A moment in the house's own time; null for nothing. */
    @Nullable
    Instant moment(String field) {
        String typed = entries.typed(field);
        try {
            return typed.isEmpty()
                    ? null
                    : BusinessYears.moment(
                            LocalDateTime.parse(typed).atZone(zone).toInstant());
        } catch (DateTimeException unreadable) {
            wrong(field, "vouchers.form.moment");
            return null;
        }
    }

    /** A moment that must be there; the beginning of time where it is not. */
    Instant requiredMoment(String field) {
        required(field);
        Instant moment = moment(field);
        return moment == null ? Instant.EPOCH : moment;
    }

    @Nullable
    LocalTime time(String field) {
        String typed = entries.typed(field);
        try {
            return typed.isEmpty() ? null : LocalTime.parse(typed);
        } catch (DateTimeParseException unreadable) {
            wrong(field, "vouchers.form.time");
            return null;
        }
    }

    private String figures(String field) {
        return Figures.withoutGroups(entries.typed(field));
    }
}
