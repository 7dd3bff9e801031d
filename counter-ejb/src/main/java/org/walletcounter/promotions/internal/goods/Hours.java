package org.walletcounter.promotions.internal.goods;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Spans of the day, some of which pass midnight. */
public final class Hours {

    private Hours() {}

    /** Whether a time of day lies from one, inclusive, to another, exclusive. The same twice is all day. */
    public static boolean contain(LocalTime from, LocalTime until, LocalTime time) {
        if (from.equals(until)) {
            return true;
        }
        boolean afterFrom = !time.isBefore(from);
        boolean beforeUntil = time.isBefore(until);
        return from.isBefore(until) ? afterFrom && beforeUntil : afterFrom || beforeUntil;
    }

    /** The day that a moment counts for: the day before, while a span that passes midnight lasts. */
    public static LocalDate day(LocalTime from, LocalTime until, LocalDateTime moment) {
        boolean begunTheDayBefore = until.isBefore(from) && moment.toLocalTime().isBefore(until);
        return moment.toLocalDate().minusDays(begunTheDayBefore ? 1 : 0);
    }
}
