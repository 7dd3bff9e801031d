package org.walletcounter.vouchers.internal.reminders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Nobody's phone rings at night for a voucher: from nine in the evening to nine in the morning, by the merchant's clock. */
final class QuietHours {

    private static final LocalTime BEGIN = LocalTime.of(21, 0);
    private static final LocalTime END = LocalTime.of(9, 0);

    private QuietHours() {}

    /** The first moment from this one on at which a text message may go out. */
    static Instant after(Instant moment, ZoneId zone) {
        ZonedDateTime there = moment.atZone(zone);
        LocalTime time = there.toLocalTime();
        LocalDate day = there.toLocalDate();
        if (time.isBefore(END)) {
            return day.atTime(END).atZone(zone).toInstant();
        }
        return time.isBefore(BEGIN)
                ? moment
                : day.plusDays(1).atTime(END).atZone(zone).toInstant();
    }

    /** When the night begins after this moment: what has not gone out by then may not go out before the morning. */
    static Instant next(Instant moment, ZoneId zone) {
        ZonedDateTime there = moment.atZone(zone);
        LocalDate day = there.toLocalDate();
        return (there.toLocalTime().isBefore(BEGIN) ? day : day.plusDays(1))
                .atTime(BEGIN)
                .atZone(zone)
                .toInstant();
    }
}
