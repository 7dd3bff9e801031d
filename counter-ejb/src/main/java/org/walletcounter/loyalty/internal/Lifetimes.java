package org.walletcounter.loyalty.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.walletcounter.loyalty.Programme;

/**
 * When points may be spent and when they lapse. Points lapse at the end of a day of the merchant's. The points of a
 * purchase that is recorded late, as those of a day's fares always are, may have waited long enough before they are
 * there: how long they live is reckoned from when they are recorded, else some would be given when they have lapsed
 * already. So what is paid just before midnight and recorded just after it lives a day longer, or on the last of
 * December a year. Pure.
 */
final class Lifetimes {

    private Lifetimes() {}

    static Instant matures(Programme programme, Instant earned, ZoneId zone) {
        return earned.atZone(zone)
                .plus(Period.ofDays(programme.earning().pendingDays()))
                .toInstant();
    }

    /** When points may first be spent: once they have waited, and not before they are recorded. */
    static Instant spendable(Instant matures, Instant recorded) {
        return matures.isBefore(recorded) ? recorded : matures;
    }

    /** When points lapse that may first be spent at a moment, or null for never. */
    static @Nullable Instant expires(Programme programme, Instant spendable, ZoneId zone) {
        LocalDate day = spendable.atZone(zone).toLocalDate();
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

    /** The last day of points that lapse at a moment: the one that ends then. */
    static LocalDate lastDay(Instant expires, ZoneId zone) {
        return LocalDate.ofInstant(expires.minusNanos(1), zone);
    }
}
