package org.walletcounter.loyalty.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.walletcounter.loyalty.Programme;

/** When points may be spent and when they lapse. Points lapse at the end of a day of the merchant's. Pure. */
final class Lifetimes {

    private Lifetimes() {}

    static Instant matures(Programme programme, Instant earned, ZoneId zone) {
        return earned.atZone(zone)
                .plus(Period.ofDays(programme.earning().pendingDays()))
                .toInstant();
    }

    static @Nullable Instant expires(Programme programme, Instant matures, ZoneId zone) {
        LocalDate day = matures.atZone(zone).toLocalDate();
        int days = programme.lots().days();
        return switch (programme.lots().expiry()) {
            case NEVER -> null;
            case AFTER_DAYS -> endOf(day.plusDays(days), zone);
            case END_OF_YEAR -> endOf(day.withMonth(12).withDayOfMonth(31).plusDays(days), zone);
        };
    }

    static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
