package org.walletcounter.promotions.internal.goods;

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
}
