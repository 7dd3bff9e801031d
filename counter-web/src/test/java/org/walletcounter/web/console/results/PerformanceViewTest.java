package org.walletcounter.web.console.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Without days in the address, those are shown on which a campaign was on. */
class PerformanceViewTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final ZoneId SHOP = ZoneId.of("Asia/Shanghai");

    @Test
    void theDayThatBeginsWithItsEndIsNone() {
        assertThat(last("2026-11-11T16:00:00Z")).isEqualTo(LocalDate.of(2026, 11, 11));
        assertThat(last("2026-11-11T16:00:01Z")).isEqualTo(LocalDate.of(2026, 11, 12));
    }

    @Test
    void todayIsTheLastWhileItLasts() {
        assertThat(last("2026-12-24T00:00:00Z")).isEqualTo(TODAY);
        assertThat(last(null)).isEqualTo(TODAY);
    }

    private static LocalDate last(@Nullable String until) {
        return PerformanceView.last(
                until == null ? null : Instant.parse(until), TODAY, moment -> LocalDate.ofInstant(moment, SHOP));
    }
}
