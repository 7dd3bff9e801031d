package org.walletcounter.web.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.walletcounter.kernel.BusinessYears;

/** Reads days as callers write them: 2026-01-31. */
public final class CalendarDay {

    private CalendarDay() {}

    /**
     * The day that a text names. What lies outside of {@link BusinessYears} is refused like what is no day.
     *
     * @throws DateTimeException if it names none
     */
    public static LocalDate parse(String text) {
        return BusinessYears.day(LocalDate.parse(text));
    }
}
