package org.walletcounter.web.api;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads days as callers write them: 2026-01-31. */
public final class CalendarDay {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private CalendarDay() {}

    /**
     * The day that a text names. Java's days go much further than those of PostgreSQL, and than any moment or id that can be
     * reckoned from a day: what lies far from all business is refused like what is no day.
     *
     * @throws DateTimeException if it names none
     */
    public static LocalDate parse(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("Not a day of the years 1900 to 9999: " + text);
        }
        return day;
    }
}
