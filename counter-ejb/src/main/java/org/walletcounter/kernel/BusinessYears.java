package org.walletcounter.kernel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The years 1900 to 9999. Java's days and moments go much further than those of PostgreSQL, and than any moment or id
 * that can be reckoned from a day: what lies far from all business is taken for a slip of whoever wrote it.
 */
public interface BusinessYears {

    /** The first of them. */
    int FIRST = 1900;

    /** The last of them. */
    int LAST = 9999;

    /**
     * The day itself.
     *
     * @throws DateTimeException if it lies in no such year
     */
    static LocalDate day(LocalDate day) {
        if (day.getYear() < FIRST || day.getYear() > LAST) {
            throw new DateTimeException("Not a day of the years " + FIRST + " to " + LAST + ": " + day);
        }
        return day;
    }

    /**
     * The moment itself.
     *
     * @throws DateTimeException if it lies in no such year of UTC
     */
    static Instant moment(Instant moment) {
        day(LocalDate.ofInstant(moment, ZoneOffset.UTC));
        return moment;
    }
}
