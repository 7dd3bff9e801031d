package org.walletcounter.members;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A birthday (生日), with or without the year of birth. Written as ISO 8601 has it: "1990-02-28", or "--02-28" without a
 * year.
 *
 * @param year null if it was not told
 */
public record Birthday(MonthDay day, @Nullable Integer year) {

    private static final int EARLIEST = 1900;
    private static final int LEAP_YEAR = 2000;
    private static final Pattern WRITTEN = Pattern.compile("(?:(\\d{4})|-)-(\\d{2})-(\\d{2})");

    /** Refuses a year that did not have the day. */
    public Birthday {
        if (year != null && !day.isValidYear(year)) {
            throw new IllegalArgumentException("The year " + year + " has no " + day + ".");
        }
    }

    /** Reads a birthday; empty if that is none, lies after today, or before 1900. */
    public static Optional<Birthday> parse(String written, LocalDate today) {
        Matcher parts = WRITTEN.matcher(written.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            MonthDay day = MonthDay.of(Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
            Integer year = parts.group(1) == null ? null : Integer.valueOf(parts.group(1));
            if (year == null) {
                return Optional.of(new Birthday(day, null));
            }
            boolean possible = day.isValidYear(year)
                    && year >= EARLIEST
                    && !day.atYear(year).isAfter(today);
            return possible ? Optional.of(new Birthday(day, year)) : Optional.empty();
        } catch (DateTimeException never) {
            return Optional.empty();
        }
    }

    /** Where only the day of the year counts: the date of birth, in the leap year 2000 if the year was not told. */
    public LocalDate date() {
        return day.atYear(year == null ? LEAP_YEAR : year);
    }

    /** The day it is kept in a year: who was born on 29 February keeps 28 February in a common year. */
    public LocalDate in(Year kept) {
        return kept.atMonthDay(day);
    }

    /** The same without the year. */
    public Birthday withoutYear() {
        return new Birthday(day, null);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return year == null ? day.toString() : day.atYear(year).toString();
    }
}
