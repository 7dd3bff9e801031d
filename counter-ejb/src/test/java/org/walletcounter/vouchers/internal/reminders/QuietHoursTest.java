package org.walletcounter.vouchers.internal.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    @ParameterizedTest
    @CsvSource({
        // a summer's day in London is an hour ahead
        "Europe/London, 2026-07-01T07:59:59Z, 2026-07-01T08:00:00Z",
        "Europe/London, 2026-07-01T08:00:00Z, 2026-07-01T08:00:00Z",
        "Europe/London, 2026-07-01T19:59:59Z, 2026-07-01T19:59:59Z",
        "Europe/London, 2026-07-01T20:00:00Z, 2026-07-02T08:00:00Z",
        "Europe/London, 2026-07-01T23:30:00Z, 2026-07-02T08:00:00Z",
        // clocks go back in the night of the 25th, and the morning comes an hour later
        "Europe/London, 2026-10-24T22:00:00Z, 2026-10-25T09:00:00Z",
        "Asia/Shanghai, 2026-11-28T13:00:00Z, 2026-11-29T01:00:00Z",
        "Asia/Shanghai, 2026-11-28T12:59:00Z, 2026-11-28T12:59:00Z",
    })
    void aTextMessageWaitsForTheMorningOfItsMerchant(String zone, Instant moment, Instant goes) {
        assertThat(QuietHours.after(moment, ZoneId.of(zone))).isEqualTo(goes);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/London, 2026-07-01T08:00:00Z, 2026-07-01T20:00:00Z",
        "Europe/London, 2026-07-01T20:00:00Z, 2026-07-02T20:00:00Z",
        "Asia/Shanghai, 2026-11-28T12:59:00Z, 2026-11-28T13:00:00Z",
    })
    void theNightBeginsAtNine(String zone, Instant moment, Instant night) {
        assertThat(QuietHours.next(moment, ZoneId.of(zone))).isEqualTo(night);
    }
}
